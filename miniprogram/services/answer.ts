import type { ActionName, Response } from '../../typings/contract';
import type { Failure } from '../texts/errors';
import { isErrorCode } from '../texts/errors';

type Keys = { [A in ActionName]: readonly (keyof Response<A> & string)[] };

/** What a screen cannot do without; an answer that lacks it is no answer. */
const EXPECTED: Keys = {
  'members.home': ['me', 'gaps', 'gapCount', 'sessions', 'studios', 'can'],
  'members.studio': ['name', 'station', 'grids'],
  'members.join': ['name', 'role', 'recognised'],
  'members.me': ['role', 'studios', 'can'],
  'members.asking': ['entries'],
  'members.confirm': ['veteran'],
  'members.entry': ['entryId', 'code', 'duties', 'can'],
  'members.entryPhone': ['phone'],
  'members.issueCode': ['picture', 'format', 'until'],
  'members.unlock': ['unlocked'],
  'members.scanIn': ['studioId', 'name'],
  'members.people': ['people'],
  'members.grant': ['role'],
  'members.setUp': ['role'],
  'members.quit': ['left'],
  'members.myData': ['name', 'studios', 'roster', 'duties', 'bookings', 'notices'],
  'members.correct': ['name'],
  'members.withdraw': ['withdrawn'],
  'members.forget': ['forgotten'],
  'members.setAvatar': [],
  'members.pictureChecked': ['settled'],
  'members.reviews': ['items'],
  'members.judge': ['passed'],
  'members.tend': ['forgotten'],
  'members.audit': ['lines'],
  'members.grids': ['grids'],
  'members.saveGrid': ['gridId'],
  'members.dropGrid': ['dropped'],
  'members.town': ['name', 'studios', 'supervisors'],
  'members.supervise': ['town'],
  'members.invite': ['code', 'until'],
  'members.dismiss': ['dismissed'],
  'patrols.board': ['shifts', 'can'],
  'patrols.detail': ['shiftId', 'posts', 'can'],
  'patrols.mine': ['coming', 'past'],
  'patrols.join': ['state', 'ahead'],
  'patrols.leave': ['promoted'],
  'patrols.joinFor': ['state', 'ahead'],
  'patrols.leaveFor': ['promoted'],
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
  'roster.search': ['entries'],
  'roster.entry': ['entryId', 'name', 'rev'],
  'roster.save': ['entryId'],
  'roster.erase': ['erased'],
  'roster.upload': ['path'],
  'roster.preview': ['digest', 'counts', 'ignored', 'fresh', 'changed', 'wrong'],
  'roster.import': ['done', 'total', 'finished'],
  'roster.export': ['url'],
  'roster.sweep': ['completed'],
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
