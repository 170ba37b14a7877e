import type { EventDocument } from '../../../typings/documents/event';
import type { MemberDocument } from '../../../typings/documents/member';
import {
  aMember,
  anEntry,
  anEntryOfTheRoster,
  aSession,
  aShift,
  aStudio,
  entryIdOf,
  eventIdOf,
  memberIdOf,
  openidOf,
  STUDIO,
} from '../../support/makers';
import { stored } from '../../support/stored';
import { documentsOf, type RunningStudio, startStudio } from '../../support/studio';

const NOW = Date.parse('2026-11-23T10:00:00Z');
const HOUR = 3_600_000;
const ada = openidOf('ada');
const mine = { studioId: STUDIO };

let studio: RunningStudio;
beforeAll(async () => {
  studio = await startStudio({ now: NOW });
});
afterAll(() => studio.close());

const past = aShift('past', {
  startsAt: NOW - 48 * HOUR,
  roster: [anEntry('ada', { leftAt: NOW - 60 * HOUR }), anEntry('ada'), anEntry('bea')],
  notices: [
    {
      noticeId: 'n1',
      cause: 'left',
      memberId: memberIdOf('bea'),
      at: NOW - 50 * HOUR,
      state: 'done',
      since: NOW - 50 * HOUR,
      outcomes: [{ memberId: memberIdOf('ada'), name: '样例ada', outcome: 'sent' }],
    },
  ],
});
const coming = aShift('coming', { startsAt: NOW + HOUR, roster: [anEntry('ada')] });
const claim = {
  studioId: STUDIO,
  ref: coming._id,
  from: coming.startsAt,
  to: coming.endsAt,
  post: 'member',
  at: NOW - HOUR,
};

beforeEach(async () => {
  await studio.reset();
  await studio.load(
    stored(
      aStudio({ staff: [memberIdOf('clerk')] }),
      aMember('clerk', { role: 'staff' }),
      aMember('ada', { claims: [claim] }),
      aMember('bea'),
      anEntryOfTheRoster('ada', { memberId: memberIdOf('ada') }),
      past,
      coming,
    ),
  );
  await studio.call(ada, 'members.correct', { ...mine, name: '样例阿达', phone: '13900000898' });
});

test('看得到、拿得走：存了我什么，一样不少', async () => {
  const answer = await studio.call(ada, 'members.myData', { ...mine, phones: 'clear' });
  expect(answer).toMatchObject({
    ok: true,
    data: {
      name: '样例阿达',
      phone: '13900000898',
      veteran: true,
      studios: [{ name: '老班长工作室', role: 'member' }],
    },
  });
  expect(answer.ok && answer.data.duties.map(({ startsAt, leftAt }) => [startsAt, leftAt])).toEqual([
    [coming.startsAt, null],
    [past.startsAt, NOW - 60 * HOUR],
    [past.startsAt, null],
  ]);
});

test('改了名字和电话；不留电话就不留', async () => {
  expect(await studio.call(ada, 'members.correct', { ...mine, name: '样例阿达', phone: 'keep' })).toEqual({
    ok: true,
    data: { name: '样例阿达', phone: '139****0898' },
  });
  expect(await studio.call(ada, 'members.correct', { ...mine, name: '样例阿达', phone: null })).toEqual({
    ok: true,
    data: { name: '样例阿达', phone: null },
  });
  expect(await studio.document<MemberDocument>('members', memberIdOf('ada'))).toMatchObject({ phone: null });
});

test('没有通过安全检查的名字改不了，原来的还在', async () => {
  expect(await studio.call(ada, 'members.correct', { ...mine, name: '赌博', phone: null })).toEqual({
    ok: false,
    code: 'unsafe_text',
  });
  expect(await studio.document('members', memberIdOf('ada'))).toMatchObject({ name: '样例阿达' });
});

describe('注销', () => {
  test('哪个集合里都没有这个人了，人数和先后不变', async () => {
    expect(await studio.call(ada, 'members.forget', mine)).toEqual({ ok: true, data: { forgotten: true } });
    expect(await studio.call(ada, 'members.forget', mine)).toEqual({ ok: true, data: { forgotten: true } });

    expect(await studio.document('members', memberIdOf('ada'))).toBeUndefined();
    expect(await studio.document('rosterEntries', entryIdOf('ada'))).toMatchObject({ memberId: null });
    const before = await studio.document<EventDocument>('events', eventIdOf('past'));
    expect(before?.roster.map(({ name, leftAt }) => [name, leftAt])).toEqual([
      ['（已注销）', NOW - 60 * HOUR],
      ['（已注销）', null],
      ['样例bea', null],
    ]);
    expect(before?.joined).toEqual(past.joined);
    const after = await studio.document<EventDocument>('events', eventIdOf('coming'));
    expect(after).toMatchObject({ roster: [{ name: '（已注销）', leftAt: NOW }], joined: { member: 0 } });

    for (const collection of ['members', 'rosterEntries', 'events', 'audit', 'studios']) {
      const text = JSON.stringify(await documentsOf(`${studio.url}/admin`, collection, {}));
      expect(text.replaceAll(entryIdOf('ada'), '')).not.toMatch(/样例阿达|13900000898|openid-ada/);
      if (collection !== 'rosterEntries') expect(text).not.toContain('样例ada');
    }
  });

  test('注销以后可以重新加入，是一个新的人', async () => {
    await studio.call(ada, 'members.forget', mine);
    await studio.call(ada, 'members.join', { ...mine, name: '样例新阿达', phone: null, consent: 1 });
    const [again] = await documentsOf<MemberDocument>(`${studio.url}/admin`, 'members', { openid: ada });
    expect(again?._id).not.toBe(memberIdOf('ada'));
  });
});

test('活动也在里面：几位、孩子多大、怎么回答的、约了谁、告诉过什么；别人的一样没有', async () => {
  const startsAt = NOW + 5 * HOUR;
  const asked = { options: [], required: false };
  await studio.load(
    stored(
      aSession('talk', {
        startsAt,
        questions: [{ questionId: 'q1', text: '有什么不能吃', ...asked }],
        desks: [{ deskId: 'd1', title: '医生', from: startsAt, to: startsAt + HOUR, minutes: 20 }],
        roster: [
          anEntry('ada', { post: 'seat', seats: 2, youth: 'from7', answers: { q1: '花生' } }),
          anEntry('bea', { post: 'seat', answers: { q1: '海鲜' } }),
        ],
        bookings: ['bea', 'ada'].map((label, slot) => ({
          deskId: 'd1',
          slot,
          memberId: memberIdOf(label),
          name: `样例${label}`,
          bookedAt: NOW,
        })),
        notices: [
          {
            noticeId: 'changed-1',
            cause: 'changed',
            was: { startsAt, endsAt: startsAt },
            at: NOW - HOUR,
            state: 'done',
            since: NOW - HOUR,
            outcomes: [{ memberId: memberIdOf('ada'), name: '样例ada', outcome: 'refused' }],
          },
        ],
      }),
    ),
  );
  const answer = await studio.call(ada, 'members.myData', { ...mine, phones: 'masked' });
  if (!answer.ok) throw new Error(answer.code);
  expect(answer.data.duties[0]).toMatchObject({
    title: '老兵宣讲',
    seats: 2,
    youth: 'from7',
    answers: [{ question: '有什么不能吃', answer: '花生' }],
  });
  expect(answer.data.bookings).toEqual([{ title: '老兵宣讲', desk: '医生', at: startsAt + HOUR / 3 }]);
  expect(answer.data.notices[0]).toEqual({
    title: '老兵宣讲',
    at: NOW - HOUR,
    about: 'changed',
    sent: false,
  });
  expect(JSON.stringify(answer)).not.toMatch(/海鲜|bea/);
});
