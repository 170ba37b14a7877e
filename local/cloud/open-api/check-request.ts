import type { Parts } from '../parts';
import type { ApiFields } from './messages';

const SCENES = [1, 2, 3, 4];

/** What both content checks ask of their request; answers why it is not met, or undefined. */
export function wrongCheck(
  { version, scene, openid }: ApiFields,
  { visits, clock }: Parts,
): object | undefined {
  if (Number(version) !== 2) return { errcode: 47001, errmsg: 'data format error' };
  if (typeof openid !== 'string' || openid === '') return { errcode: 40003, errmsg: 'invalid openid' };
  if (!SCENES.includes(Number(scene))) return { errcode: 47001, errmsg: 'data format error' };
  if (!visits.isActive(openid, clock.now())) return { errcode: 61010, errmsg: 'code is expired' };
  return undefined;
}

export type Suggestion = 'pass' | 'review' | 'risky';

const HARMLESS = 100;
const OTHER_RISK = 21000;

/** The part of the reply that is the same for texts and for media. */
export function verdictOf(suggest: Suggestion, strategy: string): object {
  const result = { suggest, label: suggest === 'pass' ? HARMLESS : OTHER_RISK };
  return { result, detail: [{ strategy, errcode: 0, ...result, prob: 90 }] };
}
