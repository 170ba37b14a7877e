import axe from 'axe-core';
import type { Frame } from 'playwright-core';

const GRAVE = ['serious', 'critical'];

/** What axe-core finds on the screen that a person with a screen reader or weak eyes cannot use; a line for each. */
export async function audit(frame: Frame): Promise<string[]> {
  if (!(await frame.evaluate(() => 'axe' in window))) await frame.evaluate(axe.source);
  const violations = await frame.evaluate(async () => {
    const { axe: inPage } = window as unknown as { axe: typeof axe };
    const { violations: found } = await inPage.run(document, {
      iframes: false,
      resultTypes: ['violations'],
      rules: { 'color-contrast': { enabled: true } },
    });
    // axe splits what is seen and what is said into words at spaces, which Chinese has not: compare the letters.
    const letters = (text: string | null | undefined) => (text ?? '').replace(/[^\p{L}\p{N}]/gu, '');
    const saysWhatIsSeen = (selector: string) => {
      const element = document.querySelector<HTMLElement>(selector);
      const said = letters(element?.getAttribute('aria-label'));
      return said !== '' && said.includes(letters(element?.innerText));
    };
    return found.map(({ id, impact, nodes }) => ({
      id,
      impact,
      nodes: nodes
        .filter(({ target }) => id !== 'label-content-name-mismatch' || !saysWhatIsSeen(String(target[0])))
        .map(({ target, html, failureSummary }) => ({ target, html, failureSummary })),
    }));
  });
  return violations
    .filter(({ impact }) => GRAVE.includes(impact ?? ''))
    .flatMap(({ id, nodes }) =>
      nodes.map(({ target, html, failureSummary }) => {
        const reason = (failureSummary ?? '').split('\n').slice(1).join('; ').trim();
        return `${id}: ${target.join(' ')} ${html.slice(0, 160)} ${reason}`;
      }),
    );
}

/** Throws with every finding. */
export async function passesAudit(frame: Frame, screen: string): Promise<void> {
  const findings = await audit(frame);
  if (findings.length > 0) throw new Error(`axe-core on ${screen}:\n${findings.join('\n')}`);
}
