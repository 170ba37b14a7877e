/** Makes an element of the phone's own frame. */
export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  properties: { class?: string; text?: string; label?: string; role?: string; onclick?: () => void } = {},
  children: (Node | null)[] = [],
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  if (properties.class) element.className = properties.class;
  if (properties.text !== undefined) element.textContent = properties.text;
  if (properties.label) element.setAttribute('aria-label', properties.label);
  if (properties.role) element.setAttribute('role', properties.role);
  if (properties.onclick) element.addEventListener('click', properties.onclick);
  if (element instanceof HTMLButtonElement) element.type = 'button';
  element.append(...children.filter((child) => child !== null));
  return element;
}

/** A part of phone.html. Its ids have a prefix, because the app's own ids share the document. */
export function part(name: string): HTMLElement {
  const element = document.getElementById(`phone--${name}`);
  if (!element) throw new Error(`phone.html lacks ${name}`);
  return element;
}
