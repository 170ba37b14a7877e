import type { EventDocument } from '../../../typings/documents/event';
import type { MemberDocument } from '../../../typings/documents/member';
import {
  aMember,
  anEntry,
  anEntryOfTheRoster,
  aShift,
  aStudio,
  eventIdOf,
  memberIdOf,
  openidOf,
  requestIdOf,
  STUDIO,
} from '../../support/makers';
import { stored } from '../../support/stored';
import { documentsOf, type RunningStudio, startStudio } from '../../support/studio';

export const NOW = Date.parse('2026-11-23T10:00:00Z');
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const IN_CHECK = '（名字审核中）';
export const CHECK = 'wx.openApi:security.msgSecCheck';
export const ada = openidOf('ada');
export const clerk = openidOf('clerk');
export const mine = { studioId: STUDIO };

export const shift = aShift('patrol', {
  startsAt: NOW + 5 * HOUR,
  roster: [anEntry('bea', { name: '样例贝' })],
});

/** A studio in which somebody joins whose name does not pass at once; anew before each test. */
export function namesInCheck() {
  let running: RunningStudio;

  beforeAll(async () => {
    running = await startStudio({ now: NOW });
  });
  afterAll(() => running.close());
  beforeEach(async () => {
    await running.heal();
    await running.reset();
    await running.setClock(NOW);
    await running.load(
      stored(
        aStudio({ staff: [memberIdOf('clerk')] }),
        aMember('clerk', { role: 'staff' }),
        aMember('bea', { name: '样例贝' }),
        anEntryOfTheRoster('chen', { name: '陈样国' }),
        shift,
      ),
    );
  });

  const down = () => running.fault({ kind: 'error', action: CHECK });
  const sweep = () => running.timer('patrols', 'sweep');
  const joinStudio = (openid: string, name: string) =>
    running.call(openid, 'members.join', { ...mine, name, phone: null, consent: 1 });
  const correct = (openid: string, name: string) =>
    running.call(openid, 'members.correct', { ...mine, name, phone: null });
  const memberOf = async (openid: string) => {
    const [member] = await documentsOf<MemberDocument>(`${running.url}/admin`, 'members', { openid });
    if (!member) throw new Error(`nobody has ${openid}`);
    return member;
  };
  const signUp = (openid: string) =>
    running.call(openid, 'patrols.join', {
      ...mine,
      requestId: requestIdOf(`tap${openid.slice(-3)}`),
      shiftId: shift._id,
      post: 'member',
      startsAt: shift.startsAt,
      endsAt: shift.endsAt,
    });
  const rosterNames = async () =>
    (await running.document<EventDocument>('events', eventIdOf('patrol')))?.roster.map(({ name }) => name);
  const seenBy = async (openid: string) => {
    const answer = await running.call(openid, 'patrols.detail', { ...mine, shiftId: shift._id });
    if (!answer.ok) throw new Error(answer.code);
    return answer.data.posts.flatMap(({ people }) => (people ?? []).map(({ name }) => name));
  };
  const me = async (openid: string) => {
    const answer = await running.call(openid, 'members.me', mine);
    if (!answer.ok) throw new Error(answer.code);
    return answer.data;
  };
  const reviews = async () => {
    const answer = await running.call(clerk, 'members.reviews', mine);
    if (!answer.ok) throw new Error(answer.code);
    return answer.data.items;
  };
  const judge = (at: number, memberId: string, pass: boolean, reason = '') =>
    running.call(clerk, 'members.judge', {
      ...mine,
      what: 'name',
      memberId,
      eventId: null,
      at,
      pass,
      reason,
    });

  return {
    studio: () => running,
    down,
    sweep,
    joinStudio,
    correct,
    memberOf,
    signUp,
    rosterNames,
    seenBy,
    me,
    reviews,
    judge,
  };
}
