import type { Phone } from './phone';

/** What a person could not read or hit: wider than the screen, cut off, or smaller than a thumb. */
export async function faults(phone: Phone, thumb: number): Promise<string[]> {
  await phone.still();
  return await phone.page.evaluate((least) => {
    const found: string[] = [];
    const named = (element: Element) =>
      `${element.tagName.toLowerCase()} 「${element.textContent?.slice(0, 20)}」`;
    const shown = [...document.querySelectorAll<HTMLElement>('wx-view, wx-text, wx-button, [role]')].filter(
      (element) => element.checkVisibility() && element.getClientRects().length > 0,
    );
    for (const element of shown) {
      const box = element.getBoundingClientRect();
      const style = getComputedStyle(element);
      if (box.right > innerWidth + 1 || box.left < -1) found.push(`wider than the screen: ${named(element)}`);
      const clips = style.overflowX === 'hidden' && element.scrollWidth > element.clientWidth + 1;
      if (clips) found.push(`cut off: ${named(element)}`);
    }
    const inReach = (target: Element) => target.closest('.screen') && !target.closest('[aria-hidden="true"]');
    const targets = shown.filter((element) => ['button', 'switch', 'radio'].includes(element.role ?? ''));
    for (const element of targets.filter(inReach)) {
      const { height, width } = element.getBoundingClientRect();
      if (height < least - 0.5 || width < least - 0.5)
        found.push(`smaller than ${least}: ${named(element)} ${width}×${height}`);
    }
    return found;
  }, thumb);
}
