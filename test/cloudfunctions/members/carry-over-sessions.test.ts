import type { SessionDocument } from '../../../typings/documents/event';
import type { Claim } from '../../../typings/documents/member';
import {
  anEntry,
  aSession,
  eventIdOf,
  memberIdOf,
  openidOf,
  requestIdOf,
  STUDIO,
} from '../../support/makers';
import { ada, adas, carried, his, HOUR, NOW, standIn } from './carried';

/** 代报名的人在活动的名单上：有了微信，也归到他名下；删了，也认不出来。 */

const { studio, load, confirm, member, sweptLater } = carried();
const WEEK = 7 * 24 * HOUR;
const spans = [0, 1].map((nth) => ({
  startsAt: NOW + 50 * HOUR + nth * WEEK,
  endsAt: NOW + 52 * HOUR + nth * WEEK,
}));
const [first, second] = [spans[0]!, spans[1]!];
const more = [{ sessionId: eventIdOf('second'), ...second }];
const seat = (of: string, { startsAt, endsAt }: typeof first): Claim => ({
  studioId: STUDIO,
  ref: eventIdOf('series'),
  from: startsAt,
  to: endsAt,
  post: 'seat',
  of: eventIdOf(of),
  at: NOW,
});
const his2 = (fields: object = {}) =>
  his({ post: 'seat', seats: 2, youth: 'from7', answers: { q1: '不吃花生' }, ...fields });
const series = (roster = [his2()], fields: Partial<SessionDocument> = {}) =>
  aSession('series', {
    ...first,
    seriesId: eventIdOf('series'),
    seriesSignUp: true,
    more,
    posts: [{ code: 'seat', title: '座位', headCount: 2, roles: ['member', 'squadLeader', 'staff'] }],
    roster,
    ...fields,
  });
const now = async (label = 'series') =>
  (await studio().document<SessionDocument>('events', eventIdOf(label)))!;
const who = async () => (await now()).roster.map(({ memberId, leftAt }) => [memberId, leftAt]);
const seatsOf = async (id: string) => (await member(id))?.claims.filter(({ post }) => post === 'seat');

test('一次报名的系列：位子连同回答归到账号，每一场的时间一次占好', async () => {
  await load(ada(), series());
  expect(await confirm()).toMatchObject({ ok: true });
  expect(await now()).toMatchObject({
    joined: { seat: 2 },
    roster: [{ memberId: adas, seats: 2, youth: 'from7', answers: { q1: '不吃花生' } }],
  });
  expect(await seatsOf(adas)).toEqual([seat('series', first), seat('second', second)]);
});

test('后面一场和账号自己的时间撞了：整个位子让出来，排着的补上', async () => {
  const own = { ...seat('mine', second), ref: eventIdOf('mine') };
  delete own.of;
  const mine = aSession('mine', { ...second, roster: [anEntry('ada', { post: 'seat' })] });
  const waiting = anEntry('bea', { post: 'seat', at: NOW - HOUR });
  await load(ada([own]), mine, series([his2(), waiting]));
  await studio().consent(openidOf('bea'), 'local-template-promoted');
  expect(await confirm()).toMatchObject({ ok: true });
  expect(await who()).toEqual([
    [adas, NOW],
    [memberIdOf('bea'), null],
  ]);
  expect((await now()).joined).toEqual({ seat: 1 });
  expect(await seatsOf(adas)).toEqual([own]);
});

test('第一场已经过了，后面一场还来：照样归到账号，也照样占时间', async () => {
  await load(ada(), series());
  await studio().setClock(first.endsAt + HOUR);
  expect(await confirm()).toMatchObject({ ok: true });
  expect(await who()).toEqual([[adas, null]]);
  expect((await seatsOf(adas))?.map(({ of }) => of)).toEqual([eventIdOf('series'), eventIdOf('second')]);
});

test('过了的活动两个都在：只算来了一次，给他的空位还回去', async () => {
  const gone = { startsAt: NOW - 30 * HOUR, endsAt: NOW - 28 * HOUR, more: [] };
  const left = anEntry('bea', { post: 'seat', seats: 2, leftAt: NOW - 40 * HOUR, kept: 2 });
  const twice = [left, his2({ given: true }), anEntry('ada', { post: 'seat', entryId: requestIdOf('mine') })];
  await load(ada(), series(twice, { ...gone, held: 0 }));
  expect(await confirm()).toMatchObject({ ok: true });
  expect(await now()).toMatchObject({ joined: { seat: 1 }, held: 2 });
  expect(await who()).toEqual([
    [memberIdOf('bea'), NOW - 40 * HOUR],
    [adas, NOW],
    [adas, null],
  ]);
});

test('归了以后注销：名字、回答、孩子的年龄段都没了，位子让给排着的', async () => {
  const waiting = anEntry('bea', { post: 'seat', at: NOW - HOUR });
  await load(ada(), series([his2(), waiting]));
  expect(await confirm()).toMatchObject({ ok: true });
  expect(await studio().call(openidOf('ada'), 'members.forget', { studioId: STUDIO })).toMatchObject({
    ok: true,
  });
  await sweptLater();
  const [his] = (await now()).roster;
  expect(his).toMatchObject({ name: '（已注销）', leftAt: NOW });
  expect(his).not.toHaveProperty('answers');
  expect(his).not.toHaveProperty('youth');
  expect(JSON.stringify(await now())).not.toMatch(/陈样国|样例ada|花生/);
  expect((await now()).joined).toEqual({ seat: 1 });
  expect(await member(standIn)).toBeUndefined();
});
