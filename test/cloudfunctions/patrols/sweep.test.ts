import type { Notice, ShiftDocument } from '../../../typings/documents/event';
import type { MemberDocument } from '../../../typings/documents/member';
import { aMember, anEntry, aShift, eventIdOf, memberIdOf, openidOf, STUDIO } from '../../support/makers';
import { stored } from '../../support/stored';
import { type RunningStudio, startStudio } from '../../support/studio';

const NOW = Date.parse('2026-11-23T10:00:00Z');
const HOUR = 3_600_000;
const patrol = eventIdOf('patrol');

let studio: RunningStudio;

beforeAll(async () => {
  studio = await startStudio({ now: NOW });
});
afterAll(() => studio.close());

const load = (...docs: Parameters<typeof stored>) => studio.load(stored(...docs));

async function crashedAfterLeaving(
  state: Notice['state'],
  since: number,
  waiting = ['b'],
  fields: object = {},
) {
  const notice = {
    noticeId: 'n',
    cause: 'left' as const,
    memberId: memberIdOf('a'),
    at: since,
    state,
    since,
    outcomes: [],
  };
  const posts = [{ code: 'member', title: '队员', headCount: 1, roles: ['member' as const] }];
  const roster = [anEntry('a', { leftAt: since }), ...waiting.map((label) => anEntry(label))];
  await studio.reset();
  await load(
    aMember('a'),
    aMember('b'),
    aShift('patrol', { startsAt: NOW + HOUR, posts, roster, notices: [notice], unsent: 1, ...fields }),
  );
  await studio.consent(openidOf('b'), 'local-template-promoted');
}
const sweep = () => studio.timer('patrols', 'sweep');
const shiftNow = async () => (await studio.document<ShiftDocument>('events', patrol))!;

describe('定时清扫', () => {
  test('写完就断的：补发一条', async () => {
    await crashedAfterLeaving('unsent', NOW - 60_000);
    expect(await sweep()).toEqual({ ok: true, data: { told: 1 } });
    expect(await studio.outbox(openidOf('b'))).toHaveLength(1);
    expect(await shiftNow()).toMatchObject({ unsent: 0, notices: [{ state: 'done' }] });
  });

  test('重复清扫不重复发', async () => {
    await crashedAfterLeaving('unsent', NOW - 60_000);
    await Promise.all([sweep(), sweep()]);
    await sweep();
    expect(await studio.outbox(openidOf('b'))).toHaveLength(1);
  });

  test('正在办的不去动它', async () => {
    await crashedAfterLeaving('unsent', NOW - 59_999);
    expect(await sweep()).toEqual({ ok: true, data: { told: 0 } });
    expect(await shiftNow()).toMatchObject({ unsent: 1 });
  });

  test('发到一半断了，不知道发没发：不再发，列入要打电话的人', async () => {
    await crashedAfterLeaving('sending', NOW - 60_000);
    await sweep();
    expect(await studio.outbox(openidOf('b'))).toEqual([]);
    expect(await shiftNow()).toMatchObject({
      unsent: 0,
      notices: [{ state: 'done', outcomes: [{ memberId: memberIdOf('b'), outcome: 'unknown' }] }],
    });
  });

  test.each([
    ['已经取消', { state: 'cancelled' as const }],
    ['已经结束', { startsAt: NOW - 3 * HOUR, endsAt: NOW }],
  ])('%s的班，不再告诉谁补上了', async (_rule, fields) => {
    await crashedAfterLeaving('unsent', NOW - 60_000, ['b'], fields);
    await sweep();
    expect(await studio.outbox(openidOf('b'))).toEqual([]);
    expect(await shiftNow()).toMatchObject({ unsent: 0, notices: [{ state: 'done', outcomes: [] }] });
  });

  test('没有人补上，销掉这条', async () => {
    await crashedAfterLeaving('unsent', NOW - 60_000, []);
    await sweep();
    expect(await shiftNow()).toMatchObject({ unsent: 0, notices: [{ state: 'done', outcomes: [] }] });
  });

  test('昨天以前的时间认领清掉，今天的留着', async () => {
    const claim = (to: number) => ({
      studioId: STUDIO,
      ref: patrol,
      from: to - HOUR,
      to,
      post: 'member',
      at: NOW,
    });
    const claims = [claim(NOW - 48 * HOUR), claim(NOW + HOUR)];
    await studio.reset();
    await load(aMember('a', { claims }));
    await sweep();
    expect((await studio.document<MemberDocument>('members', memberIdOf('a')))!.claims).toEqual([claims[1]]);
  });

  test('人不能叫它扫', async () => {
    await crashedAfterLeaving('unsent', NOW - 60_000);
    expect(await studio.send(openidOf('b'), 'patrols.sweep', {})).toEqual({
      ok: false,
      code: 'unknown_action',
    });
  });
});
