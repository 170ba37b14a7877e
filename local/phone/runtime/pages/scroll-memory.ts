const positions = new WeakMap<Element, { top: number; left: number }>();

/** An element that leaves the document forgets how far it was scrolled; a page of the stack must not. */
export function keepScroll(root: Element): void {
  for (const element of root.querySelectorAll('*')) {
    if (element.scrollTop || element.scrollLeft) {
      positions.set(element, { top: element.scrollTop, left: element.scrollLeft });
    } else positions.delete(element);
  }
}

export function restoreScroll(root: Element): void {
  for (const element of root.querySelectorAll('*')) {
    const position = positions.get(element);
    if (position) element.scrollTo({ ...position, behavior: 'instant' });
  }
}
