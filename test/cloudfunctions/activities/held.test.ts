import type { SessionDocument } from '../../../typings/documents/event';
import { aMember, aStudio, memberIdOf, openidOf, STUDIO } from '../../support/makers';
import { aHall, aTalk, DAY, FORM, HOUR, NOW, SATURDAY } from './hall';

const CHECK = 'wx.openApi:security.msgSecCheck';
const MINUTE = 60_000;
const hall = aHall(['a', 'b']);
const { load, publish, join, change, cancel, sessionNow, told, consent, trips } = hall;
const down = () => hall.studio().fault({ kind: 'error', action: CHECK });
const weekly = [0, 1, 2].map((nth) => ({
  startsAt: SATURDAY + nth * 7 * DAY,
  endsAt: SATURDAY + nth * 7 * DAY + 2 * HOUR,
}));

beforeEach(async () => {
  await hall.studio().heal();
  await hall.studio().reset();
  await load(
    aStudio({ staff: [memberIdOf('clerk'), memberIdOf('deputy')] }),
    aMember('clerk', { role: 'staff' }),
    aMember('deputy', { role: 'staff' }),
    aMember('a'),
    aMember('b'),
    aTalk('talk'),
  );
});

const detail = (label: string, sessionId = '') =>
  hall.studio().call(openidOf(label), 'activities.detail', { studioId: STUDIO, sessionId });
const posted = async (fields: object = {}) => {
  const answer = await publish({ spans: weekly, ...fields });
  if (!answer.ok) throw new Error(answer.code);
  return answer.data.sessionIds;
};
const states = async (ids: string[]) => (await Promise.all(ids.map((id) => sessionNow(id)))).map(stateOf);
const stateOf = ({ state, check }: SessionDocument) => [state, check?.state];
const listed = async (label: string) => {
  const answer = await hall
    .studio()
    .call(openidOf(label), 'activities.list', { studioId: STUDIO, which: 'coming', after: null });
  return answer.ok ? answer.data.sessions.map(({ sessionId, status }) => [sessionId, status]) : [];
};
const reviews = async () => {
  const answer = await hall.studio().call(openidOf('deputy'), 'members.reviews', { studioId: STUDIO });
  return answer.ok ? answer.data.items : [];
};
const judge = (eventId: string, pass: boolean, reason = '') =>
  hall.studio().call(openidOf('deputy'), 'members.judge', {
    studioId: STUDIO,
    what: 'words',
    memberId: null,
    eventId,
    at: NOW,
    pass,
    reason,
  });

describe('检查的接口断了，活动先留着', () => {
  test('只有写的人看得到，和没有这场一样；报不了名', async () => {
    await down();
    const [sessionId = ''] = await posted({ spans: weekly.slice(0, 1) });
    expect(await states([sessionId])).toEqual([['held', 'waiting']]);
    expect(await listed('clerk')).toContainEqual([sessionId, 'held']);
    for (const label of ['a', 'deputy']) {
      expect(await listed(label)).not.toContainEqual([sessionId, 'held']);
      expect(await detail(label, sessionId)).toEqual({ ok: false, code: 'not_found' });
      const home = await hall.studio().call(openidOf(label), 'members.home', { studioId: STUDIO });
      expect(JSON.stringify(home)).not.toContain(sessionId);
    }
    expect(await detail('clerk', sessionId)).toMatchObject({
      data: { status: 'held', check: { state: 'waiting', reason: '' }, can: ['activities.publish'] },
    });
    await hall.studio().heal();
    expect(await join('a', { sessionId })).toEqual({ ok: false, code: 'not_found' });
    expect(await join('clerk', { sessionId })).toEqual({ ok: false, code: 'closed' });
  });

  test('通了以后自己再问，整个系列一起发出来', async () => {
    await down();
    const ids = await posted();
    await hall.studio().heal();
    await hall.studio().setClock(NOW + 10 * MINUTE);
    await hall.studio().timer('patrols', 'sweep');
    expect(await states(ids)).toEqual(ids.map(() => ['open', undefined]));
    expect(await join('a', { sessionId: ids[0] ?? '' })).toMatchObject({ ok: true });
  });

  test('一页里有留着的，别人的那一页照样满，照样翻得下去', async () => {
    await down();
    await posted({ spans: weekly.slice(0, 1) });
    const talks = Array.from({ length: 21 }, (_, nth) =>
      aTalk(`later${nth}`, {
        startsAt: SATURDAY + DAY + nth * HOUR,
        endsAt: SATURDAY + DAY + nth * HOUR + HOUR,
      }),
    );
    await load(...talks);
    const answer = await hall
      .studio()
      .call(openidOf('a'), 'activities.list', { studioId: STUDIO, which: 'coming', after: null });
    if (!answer.ok) throw new Error(answer.code);
    expect(answer.data.sessions).toHaveLength(20);
    expect(answer.data.next).not.toBeNull();
  });
});

describe('存疑的请人看', () => {
  test('一个系列只看一次，看到问题和咨询台的字；通过了都发出来', async () => {
    const ids = await posted({ summary: '存疑', questions: [QUESTION] });
    expect(await states(ids)).toEqual(ids.map(() => ['held', 'review']));
    const items = await reviews();
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({ what: 'words', words: [FORM.title, FORM.place, '存疑', QUESTION.text] });
    expect(ids).toContain(items[0]?.eventId);
    expect(await judge(items[0]?.eventId ?? '', true)).toEqual({ ok: true, data: { passed: true } });
    expect(await states(ids)).toEqual(ids.map(() => ['open', undefined]));
    expect(await judge(ids[0] ?? '', true)).toEqual({ ok: false, code: 'not_found' });
  });

  test('没通过：写的人看到为什么，一个字也没丢', async () => {
    const ids = await posted({ summary: '存疑' });
    await judge(ids[1] ?? '', false, '说得太满');
    expect(await states(ids)).toEqual(ids.map(() => ['held', 'refused']));
    expect(await detail('clerk', ids[2])).toMatchObject({
      data: { summary: '存疑', check: { state: 'refused', reason: '说得太满' } },
    });
  });
});

describe('已经发出去的', () => {
  test('改的字没有通过，还是原来的样子，谁也没有收到', async () => {
    await join('a');
    expect(await change({ summary: '存疑' })).toEqual({ ok: false, code: 'unsafe_text' });
    await down();
    expect(await change({ place: '大礼堂' })).toEqual({ ok: false, code: 'unavailable' });
    expect(await sessionNow()).toMatchObject({
      state: 'open',
      rev: 0,
      place: FORM.place,
      summary: FORM.summary,
    });
    expect(await told('a')).toEqual([]);
  });

  test('字没有动，接口断了也改得了时间', async () => {
    await down();
    expect(await change({ endsAt: SATURDAY + HOUR })).toMatchObject({ ok: true, data: { rev: 1 } });
  });

  test('接口断了也取消得了：不说原因，人人都知道；再点一次一样', async () => {
    await consent('a');
    await join('a');
    await down();
    expect(await cancel('讲的人病了')).toEqual({ ok: true, data: { told: 1 } });
    expect(await sessionNow()).toMatchObject({ state: 'cancelled', cancelledFor: '' });
    expect((await hall.mail('a'))[0]?.data).toMatchObject({ thing4: { value: '已取消' } });
    expect(await cancel('讲的人病了')).toEqual({ ok: true, data: { told: 1 } });
  });

  test('回答的字查不了，名照样报上；查得出的违禁字报不上', async () => {
    await load(
      aTalk('asking', { startsAt: SATURDAY + 5 * HOUR, endsAt: SATURDAY + 6 * HOUR, questions: [QUESTION] }),
    );
    const asked = { session: 'asking', startsAt: SATURDAY + 5 * HOUR, endsAt: SATURDAY + 6 * HOUR };
    const answers = (text: string) => ({ answers: [{ questionId: 'q1', text }] });
    expect(await join('b', { ...asked, ...answers('违禁') })).toEqual({ ok: false, code: 'unsafe_text' });
    await down();
    expect(await join('a', { ...asked, ...answers('不吃花生') })).toMatchObject({ ok: true });
    expect(await trips()).toBe(2);
    expect((await sessionNow('asking')).roster).toMatchObject([{ answers: { q1: '不吃花生' } }]);
  });
});

const QUESTION = { questionId: 'q1', text: '有什么不能吃', options: [], required: false };
