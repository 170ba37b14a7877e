import type { EventDocument } from '../../../typings/documents/event';
import type { RosterEntryDocument } from '../../../typings/documents/roster-entry';
import { anEntry, aShift, entryIdOf, eventIdOf, openidOf } from '../../support/makers';
import { stored } from '../../support/stored';
import { documentsOf } from '../../support/studio';
import { NOW, MINUTE, HOUR, IN_CHECK, CHECK, ada, clerk, mine, namesInCheck } from './names-in-check';

const { studio, down, sweep, joinStudio, correct, memberOf, signUp, rosterNames, seenBy, me, reviews } =
  namesInCheck();

describe('检查的接口断了，名字先留着', () => {
  test('加入照样办成，自己看得到自己的名字，别人看到「名字审核中」', async () => {
    await down();
    expect(await joinStudio(ada, '张样明')).toEqual({
      ok: true,
      data: { name: '张样明', role: 'member', recognised: 'volunteer', only: true },
    });
    await signUp(ada);
    expect(await memberOf(ada)).toMatchObject({
      name: IN_CHECK,
      check: { state: 'waiting', text: '张样明', at: NOW },
    });
    expect(await seenBy(ada)).toEqual(['样例贝', '张样明']);
    expect(await seenBy(openidOf('bea'))).toEqual(['样例贝', IN_CHECK]);
    expect(await me(ada)).toMatchObject({ name: '张样明', nameCheck: { state: 'waiting' } });
    expect(await studio().call(clerk, 'members.people', { ...mine, after: null, named: null })).toMatchObject(
      {
        data: { people: expect.arrayContaining([expect.objectContaining({ name: IN_CHECK })]) as unknown },
      },
    );
  });

  test.each([
    ['断线', { kind: 'error', action: CHECK } as const],
    ['没有回音', { kind: 'latency', action: CHECK, ms: 15_000 } as const],
    ['回答丢了', { kind: 'lost', action: CHECK } as const],
  ])('%s也是断了', async (_rule, fault) => {
    await studio().fault(fault);
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
    await studio().heal();
    await sweep();
    expect(await rosterNames()).toEqual(['样例贝', '张样明']);
    expect(await seenBy(openidOf('bea'))).toEqual(['样例贝', '张样明']);
    expect(await me(ada)).toMatchObject({ name: '张样明', nameCheck: null });

    await studio().setClock(NOW + 2 * MINUTE);
    await sweep();
    const member = await memberOf(ada);
    expect(member.name).toBe('张样明');
    expect(member).not.toHaveProperty('check');
  });

  test('通过的那一刻正在报名的，下一次清扫补上', async () => {
    await down();
    await joinStudio(ada, '张样明');
    await studio().heal();
    await sweep();
    const late = anEntry('late', { memberId: (await memberOf(ada))._id, name: IN_CHECK });
    await studio().load(stored(aShift('other', { startsAt: NOW + 9 * HOUR, roster: [late] })));
    await sweep();
    const other = await studio().document<EventDocument>('events', eventIdOf('other'));
    expect(other?.roster.map(({ name }) => name)).toEqual(['张样明']);
  });

  test('接口说有问题：退回给自己，名单里一直没有那几个字', async () => {
    await down();
    await joinStudio(ada, '赌博大王');
    await signUp(ada);
    await studio().heal();
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
    await studio().setClock(NOW + 2 * HOUR - 1);
    await sweep();
    expect(await memberOf(ada)).toMatchObject({ check: { state: 'waiting' } });
    await studio().setClock(NOW + 2 * HOUR);
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
      (await studio().document<RosterEntryDocument>('rosterEntries', entryIdOf('chen')))?.asking;
    expect(await asking()).toMatchObject([{ name: IN_CHECK, by: 'name' }]);
    await studio().heal();
    await sweep();
    expect(await asking()).toMatchObject([{ name: '陈样国', by: 'name' }]);
  });

  test('改名字时断了：别人先看原来的', async () => {
    await signUp(openidOf('bea'));
    await down();
    expect(await correct(openidOf('bea'), '样例新贝')).toMatchObject({ data: { name: '样例新贝' } });
    expect(await memberOf(openidOf('bea'))).toMatchObject({ name: '样例贝', check: { text: '样例新贝' } });
    expect(await me(openidOf('bea'))).toMatchObject({ name: '样例新贝' });
    await studio().heal();
    await sweep();
    expect(await memberOf(openidOf('bea'))).toMatchObject({ name: '样例新贝' });
  });

  test('没通过就注销的，哪里都没有那个名字', async () => {
    await down();
    await joinStudio(ada, '张样明');
    await signUp(ada);
    await studio().heal();
    await studio().call(ada, 'members.forget', mine);
    await sweep();
    for (const collection of ['members', 'rosterEntries', 'events', 'audit']) {
      const text = JSON.stringify(await documentsOf(`${studio().url}/admin`, collection, {}));
      expect(text).not.toMatch(/张样明|openid-ada/);
    }
    expect(await rosterNames()).toEqual(['样例贝', '（已注销）']);
  });
});
