import type { Avatar, Check, NameCheck } from '../../typings/documents/check';
import type { EventDocument } from '../../typings/documents/event';
import type { MemberDocument } from '../../typings/documents/member';
import { sessionWords } from './session-form';

/** 内容安全的结论：`down`: there is none, the check could not be asked. */
export type Verdict = 'pass' | 'review' | 'risky' | 'down';

const MINUTE = 60_000;
/** The check knows only people who were here within so long (61010). */
const VISIT = 120 * MINUTE;
/** A finding on a picture comes within half an hour, or it does not come. */
const FINDING = 35 * MINUTE;
/** Longer than any call lives: whoever read the name before it passed has written it by then. */
const CALL = MINUTE;

/** What others see where a name has not passed. */
export const NAME_IN_CHECK = '（名字审核中）';

/** 结论写成状态；null where it has passed. */
export function checkOf(verdict: Verdict, at: number): Check | null {
  const STATES = { down: 'waiting', review: 'review', risky: 'refused' } as const;
  return verdict === 'pass' ? null : { state: STATES[verdict], at, reason: '' };
}

type Named = Pick<MemberDocument, 'name' | 'check'>;

/** 名字怎么存：what others see changes only once it has passed, and then the copies of what stood there are put right. */
export function named(text: string, verdict: Verdict, now: number, before: Named | null) {
  const check = checkOf(verdict, now);
  if (check) return { name: before?.name ?? NAME_IN_CHECK, check: { ...check, text } };
  const copying: NameCheck | null = before?.check ? { state: 'copying', at: now, reason: '', text } : null;
  return { name: text, check: copying };
}

/** 自己看到的名字。 */
export const ownName = ({ name, check }: Named): string => check?.text ?? name;

/** 自己的名字查到哪一步；null where nothing is to be said. */
export function openCheck(check: NameCheck | undefined): Check | null {
  if (!check || check.state === 'copying') return null;
  const { state, at, reason } = check;
  return { state, at, reason };
}

/** 一件事里给人看的字。 */
export const wordsOf = (event: EventDocument): string[] =>
  event.kind === 'session' ? sessionWords(event) : [event.title, event.place, event.bring];

/** 写了字的事：通过了就发，没通过先留着，一个字也不丢。 */
export function heldBack<T extends EventDocument>(event: T, verdict: Verdict, now: number): T {
  const check = checkOf(verdict, now);
  return check ? { ...event, state: 'held', check } : event;
}

/** 还没通过的，只有写的人看得到。 */
export const isFor = (event: Pick<EventDocument, 'state' | 'createdBy'>, memberId: string): boolean =>
  event.state !== 'held' || event.createdBy === memberId;

/** Whether the check still knows the author of what was written then. */
export const canStillAsk = (at: number, now: number): boolean => now - at < VISIT;

/** 名单里的名字都改过来了，没有谁手里还拿着旧的。 */
export const copiedLongAgo = ({ at }: NameCheck, now: number): boolean => now - at > CALL;

/** 头像下一步怎么办：再问一次、等结果，还是请人看。 */
export function nextForAvatar({ trace, at }: Avatar, now: number): 'ask' | 'wait' | 'review' {
  if (trace === '') return canStillAsk(at, now) ? 'ask' : 'review';
  return now - at < FINDING ? 'wait' : 'review';
}
