import axe from 'axe-core';
import type { Frame } from 'playwright-core';

const GRAVE = ['serious', 'critical'];

/** What axe-core finds on the screen that a person with a screen reader or weak eyes cannot use; a line for each. */
export async function audit(frame: Frame): Promise<string[]> {
  if (!(await frame.evaluate(() => 'axe' in window))) await frame.evaluate(axe.source);
  const found = await frame.evaluate(async () => {
    const { axe: inPage } = window as unknown as { axe: typeof axe };
    return await inPage.run(document, {
      iframes: false,
      resultTypes: ['violations'],
      rules: { 'color-contrast': { enabled: true } },
    });
  });
  return found.violations
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
