import axe from 'axe-core';
import type { Frame } from 'playwright-core';

const GRAVE = ['serious', 'critical'];

/** What axe-core finds on the screen that a person with a screen reader or weak eyes cannot use; a line for each. */
export async function audit(frame: Frame): Promise<string[]> {
  if (!(await frame.evaluate(() => 'axe' in window))) await frame.evaluate(axe.source);
  const violations = await frame.evaluate(async () => {
    const { axe: inPage } = window as unknown as { axe: typeof axe };
    const found = await inPage.run(document, {
      iframes: false,
      resultTypes: ['violations'],
      rules: { 'color-contrast': { enabled: true } },
    });
    return found.violations.map(({ id, impact, nodes }) => ({
      id,
      impact,
      nodes: nodes.map(({ target, html, failureSummary }) => {
        const element = document.querySelector<HTMLElement>(String(target[0]));
        const said = element?.getAttribute('aria-label') ?? '';
        return { target, html, failureSummary, said, seen: element?.innerText ?? '' };
      }),
    }));
  });
  return violations
    .filter(({ impact }) => GRAVE.includes(impact ?? ''))
    .flatMap(({ id, nodes }) =>
      nodes
        .filter((node) => id !== 'label-content-name-mismatch' || !saysWhatIsSeen(node))
        .map(({ target, html, failureSummary }) => {
          const reason = (failureSummary ?? '').split('\n').slice(1).join('; ').trim();
          return `${id}: ${target.join(' ')} ${html.slice(0, 160)} ${reason}`;
        }),
    );
}

/** axe-core splits both into words at spaces, which Chinese has not: the letters are what must agree. */
function saysWhatIsSeen({ said, seen }: { said: string; seen: string }): boolean {
  return said !== '' && letters(said).includes(letters(seen));
}

const letters = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '');

/** Throws with every finding. */
export async function passesAudit(frame: Frame, screen: string): Promise<void> {
  const findings = await audit(frame);
  if (findings.length > 0) throw new Error(`axe-core on ${screen}:\n${findings.join('\n')}`);
}
