import type { AuditLine } from '../../../typings/contract/audit';
import { ACTIONS, audit as words, FIELDS, OTHER_FIELD, REFUSALS, STANDINGS } from '../../texts/words/audit';
import { fullTime, startText } from '../../utils/calendar';

const DAY = 86_400_000;

const lookUp = (table: Readonly<Record<string, string | undefined>>, key: string) => table[key];

/** What a person may choose; the first is everything. */
export const CHOICES = [
  { action: null, name: words.everything },
  ...Object.entries(ACTIONS).map(([action, name]) => ({ action: action as keyof typeof ACTIONS, name })),
] as const;

function outcomeText(outcome: string): string {
  if (outcome === 'ok') return `✓ ${words.ok}`;
  const why = lookUp(REFUSALS, outcome);
  return `! ${words.refused}${why ? `：${why}` : ''}`;
}

/** 一条记录。 */
export function lineView(
  { at, memberId, name, standing, action, about, fields, outcome }: AuditLine,
  present: number,
) {
  const what = lookUp(ACTIONS, action) ?? action;
  const touched = [...new Set(fields.map((field) => FIELDS[field] ?? OTHER_FIELD))];
  return {
    memberId,
    /** Whose lines may be looked at alone. */
    person: name ?? '',
    who: name ?? STANDINGS[standing],
    when: present - at < 7 * DAY ? startText(at, present) : fullTime(at),
    what: about !== null && about !== name ? `${what}：${about}` : what,
    fields: touched.length > 0 ? `${words.fields}${touched.join('、')}` : '',
    outcome: outcomeText(outcome),
    ok: outcome === 'ok',
  };
}
export type LineView = ReturnType<typeof lineView>;
