import type { ActionName, Response } from '../../typings/contract';
import type { Failure } from '../texts/errors';
import { isErrorCode } from '../texts/errors';

type Keys = { [A in ActionName]: readonly (keyof Response<A> & string)[] };

/** What a screen cannot do without; an answer that lacks it is no answer. */
const EXPECTED: Keys = {
  'members.home': ['me', 'gaps', 'gapCount', 'sessions', 'can'],
  'members.studio': ['name', 'station', 'grids'],
  'members.join': ['name', 'role', 'recognised'],
  'members.me': ['role', 'studios', 'can'],
  'members.asking': ['entries'],
  'members.confirm': ['veteran'],
  'members.people': ['people'],
  'members.grant': ['role'],
  'members.setUp': ['role'],
  'members.quit': ['left'],
  'members.myData': ['name', 'studios', 'duties'],
  'members.correct': ['name'],
  'members.forget': ['forgotten'],
  'members.audit': ['lines'],
  'patrols.board': ['shifts', 'can'],
  'patrols.detail': ['shiftId', 'posts', 'can'],
  'patrols.mine': ['coming', 'past'],
  'patrols.join': ['state', 'ahead'],
  'patrols.leave': ['promoted'],
  'patrols.post': ['shiftId'],
  'patrols.sweep': ['told'],
  'activities.list': ['sessions', 'can'],
  'activities.detail': ['sessionId', 'status', 'can'],
  'activities.publish': ['sessionIds'],
  'activities.change': ['rev'],
  'activities.resize': ['done', 'rev'],
  'activities.give': ['rev'],
  'activities.cancel': ['told'],
  'activities.join': ['state', 'ahead'],
  'activities.leave': ['promoted'],
  'activities.book': ['at'],
  'activities.unbook': ['left'],
  'activities.sweep': ['told'],
};

const UNAVAILABLE: Failure = { ok: false, code: 'unavailable' };

/** Anything that is not one of our envelopes counts as unavailable. */
export function readAnswer<A extends ActionName>(
  action: A,
  result: unknown,
): { ok: true; data: Response<A> } | Failure {
  if (!isRecord(result)) return UNAVAILABLE;
  if (result.ok === false) return isErrorCode(result.code) ? (result as unknown as Failure) : UNAVAILABLE;
  const { data } = result;
  const whole =
    isRecord(data) && EXPECTED[action].every((key) => data[key] !== undefined && data[key] !== null);
  return result.ok === true && whole ? { ok: true, data: data as Response<A> } : UNAVAILABLE;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
