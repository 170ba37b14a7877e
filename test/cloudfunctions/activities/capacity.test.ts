import { queueOf } from '../../../cloudfunctions/domain/roster';
import { aMember, anEntry, eventIdOf, memberIdOf, openidOf, requestIdOf, STUDIO } from '../../support/makers';
import { aHall, aTalk, CUT_OFF, seats } from './hall';

const people = ['a', 'b', 'c', 'd', 'e', 'f'];
const talk = { studioId: STUDIO, sessionId: eventIdOf('talk') };
const hall = aHall(people, {
  roster: people.map((label) => anEntry(label, { post: 'seat', seats: label === 'e' ? 2 : 1 })),
});
const { load, join, leave, resize, sessionNow, trips, told, consent, claimsOf, detail } = hall;
const standings = async () =>
  Promise.all(
    people.map(async (label) => {
      const answer = await detail(label);
      return answer.ok && answer.data.mine ? answer.data.mine.state : 'gone';
    }),
  );

describe('改名额', () => {
  test('多了：排队的按先后补上，每人收到一条', async () => {
    await consent('e', 'f');
    expect(await resize(6)).toEqual({
      ok: true,
      data: { done: true, rev: 1, over: 0, last: [], promoted: 1 },
    });
    expect(await standings()).toEqual(['placed', 'placed', 'placed', 'placed', 'placed', 'waiting']);
    expect(await told('e')).toEqual(['promoted']);
    expect(await told('f')).toEqual([]);
    expect(await sessionNow()).toMatchObject({ posts: [{ headCount: 6 }], rev: 1, unsent: 0 });
  });

  test('少到坐不下：先答谁最后来，什么也不变', async () => {
    const before = await sessionNow();
    expect(await resize(2)).toMatchObject({
      data: {
        done: false,
        rev: 0,
        over: 2,
        last: [{ entryId: requestIdOf('d') }, { entryId: requestIdOf('c') }],
      },
    });
    expect(await sessionNow()).toEqual(before);
  });

  test('点了名：同一次写里让出来，时间放开，收到消息；别人一个不动', async () => {
    await consent('c', 'd');
    expect(await claimsOf('d')).toHaveLength(1);
    expect(await resize(2, { leaving: [requestIdOf('b'), requestIdOf('d')] })).toMatchObject({
      data: { done: true, rev: 1, promoted: 0 },
    });
    expect(await standings()).toEqual(['placed', 'gone', 'placed', 'gone', 'waiting', 'waiting']);
    const { roster, joined, held } = await sessionNow();
    expect(roster[3]).toMatchObject({ leftAt: expect.any(Number) as number, removedBy: memberIdOf('clerk') });
    expect({ joined, held }).toEqual({ joined: { seat: 5 }, held: 0 });
    expect(await claimsOf('d')).toEqual([]);
    expect(await told('d')).toEqual(['changed']);
    expect(await told('c')).toEqual([]);
    expect(await detail('clerk')).toMatchObject({
      data: { follow: { toRing: [{ name: '样例b', why: 'removed' }] } },
    });
  });

  test('点的名不够，还是不行', async () => {
    expect(await resize(2, { leaving: [requestIdOf('a')] })).toMatchObject({
      data: { done: false, over: 1 },
    });
    expect(await sessionNow()).toMatchObject({ rev: 0, posts: [{ headCount: 4 }] });
  });

  test('截止以后空着的位子先减掉', async () => {
    await hall.studio().setClock(CUT_OFF);
    await leave('a');
    expect(await resize(3)).toMatchObject({ data: { done: true } });
    expect(await sessionNow()).toMatchObject({ held: 0, roster: [{ kept: 0 }, {}, {}, {}, {}, {}] });
    expect(await standings()).toEqual(['gone', 'placed', 'placed', 'placed', 'waiting', 'waiting']);
  });

  test('看到的是旧的，改不成；同一次修改又到一遍，答一样的话', async () => {
    const first = await resize(6);
    expect(await resize(6)).toEqual(first);
    expect(await resize(7)).toEqual({ ok: false, code: 'changed' });
    expect(await sessionNow()).toMatchObject({ rev: 1, posts: [{ headCount: 6 }] });
  });

  test('两个人同时改，只成一个', async () => {
    for (let round = 0; round < 8; round++) {
      const answers = await Promise.all([
        resize(10 + round, { rev: round }),
        resize(110 + round, { rev: round }),
      ]);
      expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
      expect(answers.find(({ ok }) => !ok)).toEqual({ ok: false, code: 'changed' });
      expect((await sessionNow()).rev).toBe(round + 1);
    }
  });

  test('减到正好坐得下的时候有人报上：说了有座的，就还有座', async () => {
    for (let round = 0; round < 12; round++) {
      const hallId = `tight${round}`;
      const late = ['x', 'y', 'z'].map((label) => `${label}${round}`);
      const there = people.slice(0, 3).map((label) => anEntry(label, { post: 'seat' }));
      await load(...late.map((label) => aMember(label)), aTalk(hallId, { roster: there, posts: seats(6) }));
      const shrink = async () => {
        await new Promise((done) => setTimeout(done, round));
        return resize(3, { sessionId: eventIdOf(hallId) });
      };
      const [, ...answers] = await Promise.all([
        shrink(),
        ...late.map((label) => join(label, { session: hallId })),
      ]);
      const placed = queueOf(await sessionNow(hallId), (await sessionNow(hallId)).posts[0]!)
        .filter(({ state }) => state === 'placed')
        .map(({ entry }) => entry.memberId);
      late.forEach((label, nth) => {
        const answer = answers[nth]!;
        const told = answer.ok && answer.data.state === 'placed';
        expect(placed.includes(memberIdOf(label))).toBe(told);
      });
    }
  });

  test('只有工作人员能改', async () => {
    const session = { ...talk, rev: 0 };
    const asks = (label: string) =>
      hall.studio().call(openidOf(label), 'activities.resize', { ...session, seats: 9, leaving: [] });
    expect(await asks('leader')).toEqual({ ok: false, code: 'forbidden' });
    expect(await asks('stranger')).toEqual({ ok: false, code: 'not_member' });
    expect(await trips()).toBeGreaterThan(0);
    expect(await sessionNow()).toMatchObject({ rev: 0 });
  });

  test.each([0, 2001, 100_000, 1.5, -3])('%d 个座位不行', async (count) => {
    expect(await resize(count)).toEqual({ ok: false, code: 'bad_request' });
    expect(await sessionNow()).toMatchObject({ rev: 0 });
  });

  test('报过名的不能再报，让出来的可以', async () => {
    await resize(3, { leaving: [requestIdOf('a')] });
    expect(await join('b')).toEqual({ ok: false, code: 'already_joined' });
    expect(await join('a')).toMatchObject({ data: { state: 'waiting', ahead: 3 } });
  });
});
