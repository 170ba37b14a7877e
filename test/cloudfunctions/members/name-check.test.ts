import type { EventDocument } from '../../../typings/documents/event';
import type { MemberDocument } from '../../../typings/documents/member';
import type { RosterEntryDocument } from '../../../typings/documents/roster-entry';
import {
  aMember,
  anEntry,
  anEntryOfTheRoster,
  aShift,
  aStudio,
  entryIdOf,
  eventIdOf,
  memberIdOf,
  openidOf,
  requestIdOf,
  STUDIO,
} from '../../support/makers';
import { stored } from '../../support/stored';
import { documentsOf, type RunningStudio, startStudio } from '../../support/studio';

const NOW = Date.parse('2026-11-23T10:00:00Z');
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const IN_CHECK = '（名字审核中）';
const CHECK = 'wx.openApi:security.msgSecCheck';
const ada = openidOf('ada');
const clerk = openidOf('clerk');
const mine = { studioId: STUDIO };

let studio: RunningStudio;
beforeAll(async () => {
  studio = await startStudio({ now: NOW });
});
afterAll(() => studio.close());

const shift = aShift('patrol', { startsAt: NOW + 5 * HOUR, roster: [anEntry('bea', { name: '样例贝' })] });
beforeEach(async () => {
  await studio.heal();
  await studio.reset();
  await studio.setClock(NOW);
  await studio.load(
    stored(
      aStudio({ staff: [memberIdOf('clerk')] }),
      aMember('clerk', { role: 'staff' }),
      aMember('bea', { name: '样例贝' }),
      anEntryOfTheRoster('chen', { name: '陈样国' }),
      shift,
    ),
  );
});

const down = () => studio.fault({ kind: 'error', action: CHECK });
const sweep = () => studio.timer('patrols', 'sweep');
const joinStudio = (openid: string, name: string) =>
  studio.call(openid, 'members.join', { ...mine, name, phone: null, consent: 1 });
const correct = (openid: string, name: string) =>
  studio.call(openid, 'members.correct', { ...mine, name, phone: null });
const memberOf = async (openid: string) => {
  const [member] = await documentsOf<MemberDocument>(`${studio.url}/admin`, 'members', { openid });
  if (!member) throw new Error(`nobody has ${openid}`);
  return member;
};
const signUp = (openid: string) =>
  studio.call(openid, 'patrols.join', {
    ...mine,
    requestId: requestIdOf(`tap${openid.slice(-3)}`),
    shiftId: shift._id,
    post: 'member',
    startsAt: shift.startsAt,
    endsAt: shift.endsAt,
  });
const rosterNames = async () =>
  (await studio.document<EventDocument>('events', eventIdOf('patrol')))?.roster.map(({ name }) => name);
const seenBy = async (openid: string) => {
  const answer = await studio.call(openid, 'patrols.detail', { ...mine, shiftId: shift._id });
  if (!answer.ok) throw new Error(answer.code);
  return answer.data.posts.flatMap(({ people }) => (people ?? []).map(({ name }) => name));
};
const me = async (openid: string) => {
  const answer = await studio.call(openid, 'members.me', mine);
  if (!answer.ok) throw new Error(answer.code);
  return answer.data;
};
const reviews = async () => {
  const answer = await studio.call(clerk, 'members.reviews', mine);
  if (!answer.ok) throw new Error(answer.code);
  return answer.data.items;
};
const judge = (at: number, memberId: string, pass: boolean, reason = '') =>
  studio.call(clerk, 'members.judge', { ...mine, what: 'name', memberId, eventId: null, at, pass, reason });

describe('检查的接口断了，名字先留着', () => {
  test('加入照样办成，自己看得到自己的名字，别人看到「名字审核中」', async () => {
    await down();
    expect(await joinStudio(ada, '张样明')).toEqual({
      ok: true,
      data: { name: '张样明', role: 'member', recognised: 'volunteer' },
    });
    await signUp(ada);
    expect(await memberOf(ada)).toMatchObject({
      name: IN_CHECK,
      check: { state: 'waiting', text: '张样明', at: NOW },
    });
    expect(await seenBy(ada)).toEqual(['样例贝', '张样明']);
    expect(await seenBy(openidOf('bea'))).toEqual(['样例贝', IN_CHECK]);
    expect(await me(ada)).toMatchObject({ name: '张样明', nameCheck: { state: 'waiting' } });
    expect(await studio.call(clerk, 'members.people', { ...mine, after: null })).toMatchObject({
      data: { people: expect.arrayContaining([expect.objectContaining({ name: IN_CHECK })]) as unknown },
    });
  });

  test.each([
    ['断线', { kind: 'error', action: CHECK } as const],
    ['没有回音', { kind: 'latency', action: CHECK, ms: 15_000 } as const],
    ['回答丢了', { kind: 'lost', action: CHECK } as const],
  ])('%s也是断了', async (_rule, fault) => {
    await studio.fault(fault);
    expect(await joinStudio(ada, '张样明')).toMatchObject({ ok: true });
    expect(await memberOf(ada)).toMatchObject({ check: { state: 'waiting', text: '张样明' } });
  });

  test('接口好了，清扫时再问一次：通过，名单里的名字也改过来', async () => {
    await down();
    await joinStudio(ada, '张样明');
    await signUp(ada);
    expect(await rosterNames()).toEqual(['样例贝', IN_CHECK]);
    await sweep();
    expect(await rosterNames()).toEqual(['样例贝', IN_CHECK]);
    await studio.heal();
    await sweep();
    expect(await rosterNames()).toEqual(['样例贝', '张样明']);
    expect(await seenBy(openidOf('bea'))).toEqual(['样例贝', '张样明']);
    expect(await me(ada)).toMatchObject({ name: '张样明', nameCheck: null });

    await studio.setClock(NOW + 2 * MINUTE);
    await sweep();
    const member = await memberOf(ada);
    expect(member.name).toBe('张样明');
    expect(member).not.toHaveProperty('check');
  });

  test('通过的那一刻正在报名的，下一次清扫补上', async () => {
    await down();
    await joinStudio(ada, '张样明');
    await studio.heal();
    await sweep();
    const late = anEntry('late', { memberId: (await memberOf(ada))._id, name: IN_CHECK });
    await studio.load(stored(aShift('other', { startsAt: NOW + 9 * HOUR, roster: [late] })));
    await sweep();
    const other = await studio.document<EventDocument>('events', eventIdOf('other'));
    expect(other?.roster.map(({ name }) => name)).toEqual(['张样明']);
  });

  test('接口说有问题：退回给自己，名单里一直没有那几个字', async () => {
    await down();
    await joinStudio(ada, '赌博大王');
    await signUp(ada);
    await studio.heal();
    await sweep();
    expect(await me(ada)).toMatchObject({ name: '赌博大王', nameCheck: { state: 'refused' } });
    expect(await rosterNames()).toEqual(['样例贝', IN_CHECK]);
    expect(await correct(ada, '赌博大王')).toEqual({ ok: false, code: 'unsafe_text' });
    expect(await correct(ada, '张样明')).toMatchObject({ ok: true, data: { name: '张样明' } });
    expect(await rosterNames()).toEqual(['样例贝', '张样明']);
    expect(await me(ada)).toMatchObject({ nameCheck: null });
  });

  test('断了两小时以上：平台不再认这个人，请工作人员看', async () => {
    await down();
    await joinStudio(ada, '张样明');
    await studio.setClock(NOW + 2 * HOUR - 1);
    await sweep();
    expect(await memberOf(ada)).toMatchObject({ check: { state: 'waiting' } });
    await studio.setClock(NOW + 2 * HOUR);
    await sweep();
    const member = await memberOf(ada);
    expect(member).toMatchObject({ check: { state: 'review', text: '张样明', at: NOW } });
    expect(await reviews()).toEqual([
      {
        what: 'name',
        memberId: member._id,
        eventId: null,
        words: ['张样明'],
        url: null,
        at: NOW,
        mine: false,
      },
    ]);
  });

  test('像花名册上一位的，工作人员那里也先看不到名字，通过了才写上', async () => {
    await down();
    await joinStudio(ada, '陈样国');
    const asking = async () =>
      (await studio.document<RosterEntryDocument>('rosterEntries', entryIdOf('chen')))?.asking;
    expect(await asking()).toMatchObject([{ name: IN_CHECK, by: 'name' }]);
    await studio.heal();
    await sweep();
    expect(await asking()).toMatchObject([{ name: '陈样国', by: 'name' }]);
  });

  test('改名字时断了：别人先看原来的', async () => {
    await signUp(openidOf('bea'));
    await down();
    expect(await correct(openidOf('bea'), '样例新贝')).toMatchObject({ data: { name: '样例新贝' } });
    expect(await memberOf(openidOf('bea'))).toMatchObject({ name: '样例贝', check: { text: '样例新贝' } });
    expect(await me(openidOf('bea'))).toMatchObject({ name: '样例新贝' });
    await studio.heal();
    await sweep();
    expect(await memberOf(openidOf('bea'))).toMatchObject({ name: '样例新贝' });
  });

  test('没通过就注销的，哪里都没有那个名字', async () => {
    await down();
    await joinStudio(ada, '张样明');
    await signUp(ada);
    await studio.heal();
    await studio.call(ada, 'members.forget', mine);
    await sweep();
    for (const collection of ['members', 'rosterEntries', 'events', 'audit']) {
      const text = JSON.stringify(await documentsOf(`${studio.url}/admin`, collection, {}));
      expect(text).not.toMatch(/张样明|openid-ada/);
    }
    expect(await rosterNames()).toEqual(['样例贝', '（已注销）']);
  });
});

describe('拿不准的名字，工作人员看', () => {
  const submitted = async () => {
    await joinStudio(ada, '存疑的人');
    await signUp(ada);
    return await memberOf(ada);
  };

  test('有问题的当场不收，什么也不存', async () => {
    expect(await joinStudio(ada, '赌博')).toEqual({ ok: false, code: 'unsafe_text' });
    expect(await documentsOf(`${studio.url}/admin`, 'members', { openid: ada })).toEqual([]);
  });

  test('通过：大家都看得到，名单里也改过来', async () => {
    const { _id } = await submitted();
    expect(await memberOf(ada)).toMatchObject({ name: IN_CHECK, check: { state: 'review' } });
    expect(await judge(NOW, _id, true)).toEqual({ ok: true, data: { passed: true } });
    expect(await rosterNames()).toEqual(['样例贝', '存疑的人']);
    expect(await memberOf(ada)).toMatchObject({ name: '存疑的人' });
    expect(await reviews()).toEqual([]);
  });

  test('不通过：写明原因，只有本人看得到；看过的不能再看', async () => {
    const { _id } = await submitted();
    expect(await judge(NOW, _id, false, '请写真名')).toEqual({ ok: true, data: { passed: false } });
    expect(await me(ada)).toMatchObject({
      name: '存疑的人',
      nameCheck: { state: 'refused', reason: '请写真名' },
    });
    expect(await rosterNames()).toEqual(['样例贝', IN_CHECK]);
    expect(await judge(NOW, _id, true)).toEqual({ ok: false, code: 'not_found' });
  });

  test('看的时候本人又改了：看的是旧的，不算', async () => {
    const { _id } = await submitted();
    await studio.setClock(NOW + MINUTE);
    await correct(ada, '存疑的另一个');
    expect(await judge(NOW, _id, true)).toEqual({ ok: false, code: 'not_found' });
    expect(await memberOf(ada)).toMatchObject({ name: IN_CHECK, check: { text: '存疑的另一个' } });
  });

  test('两位工作人员同时点，只算一次', async () => {
    const { _id } = await submitted();
    const answers = await Promise.all([judge(NOW, _id, true), judge(NOW, _id, false)]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  });

  test('自己的名字，有同事就由同事看；只有一位工作人员时自己看，审计里写着', async () => {
    await correct(clerk, '存疑的干部');
    const grant = (role: 'staff' | 'member') =>
      studio.call(clerk, 'members.grant', { ...mine, memberId: memberIdOf('bea'), role });
    await grant('staff');
    expect(await reviews()).toMatchObject([{ mine: true }]);
    expect(await judge(NOW, memberIdOf('clerk'), true)).toEqual({ ok: false, code: 'own_words' });
    await grant('member');
    expect(await judge(NOW, memberIdOf('clerk'), true)).toMatchObject({ ok: true });
    const lines = await documentsOf(`${studio.url}/admin`, 'audit', {
      studioId: STUDIO,
      action: 'members.judge',
    });
    expect(lines).toHaveLength(2);
    expect(lines).toContainEqual(
      expect.objectContaining({
        record: memberIdOf('clerk'),
        memberId: memberIdOf('clerk'),
        fields: ['name'],
        outcome: 'ok',
      }),
    );
    expect(JSON.stringify(lines)).not.toContain('存疑');
  });
});

test('通过时不多走一趟：加入最多四次往返', async () => {
  await studio.call(ada, 'members.studio', mine);
  await joinStudio(ada, '张样明');
  expect((await studio.trips()).filter(({ action }) => action.startsWith('database.')).length).toBeLessThan(
    5,
  );
});
