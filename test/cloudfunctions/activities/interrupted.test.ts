import { anEntry, requestIdOf } from '../../support/makers';
import { aHall, aTalk, DAY, HOUR, NOW, SATURDAY, seats } from './hall';

/** 一场讲座周六 9:00；a、b 有座，c 在排队。 */
const people = ['a', 'b', 'c'];
const hall = aHall(people, {
  posts: seats(2),
  roster: people.map((label) => anEntry(label, { post: 'seat' })),
});
const { load, change, cancel, sweep, told, consent, detail } = hall;
const at = (time: number) => hall.studio().setClock(time);
const MINUTE = 60_000;

beforeEach(() => consent(...people));

describe('写完就断了', () => {
  const faults = (...orders: object[]) =>
    fetch(`${hall.studio().url}/local/faults`, { method: 'POST', body: JSON.stringify(orders) });
  const noFaults = () => fetch(`${hall.studio().url}/local/faults`, { method: 'DELETE' });
  afterEach(noFaults);

  test('取消了、还没发：过一会儿补发；结束以后也还要说', async () => {
    await faults({ kind: 'error', action: 'wx.openApi:subscribeMessage.send', next: 9 });
    await cancel();
    await noFaults();
    await at(SATURDAY + 9 * HOUR);
    await sweep();
    expect(await told('a')).toEqual([]);
    expect(await detail('clerk')).toMatchObject({
      data: { follow: { toRing: people.map((label) => ({ name: `样例${label}`, why: 'cancelled' })) } },
    });
  });

  test('取消写完函数就死了：扫的时候补发，占的时间早就不算了', async () => {
    await load(
      aTalk('dead', {
        state: 'cancelled',
        cancelledFor: '下雨了',
        startsAt: NOW - 5 * HOUR,
        roster: [anEntry('a', { post: 'seat' })],
        notices: [
          {
            noticeId: 'cancelled',
            cause: 'cancelled',
            at: NOW - 6 * HOUR,
            state: 'unsent',
            since: NOW - 6 * HOUR,
            outcomes: [],
          },
        ],
        unsent: 1,
      }),
    );
    await sweep();
    expect(await told('a')).toEqual(['changed']);
  });

  test('改了时间、还没跟上就断了：扫的时候跟上并补发', async () => {
    await faults({ kind: 'error', action: 'database.modifyDocument', next: 1 });
    const moved = { startsAt: SATURDAY + DAY, endsAt: SATURDAY + DAY + HOUR };
    expect(await change({ seats: 2, ...moved })).toEqual({ ok: true, data: { rev: 1, told: 0 } });
    expect(await hall.claimsOf('a')).toMatchObject([{ from: SATURDAY }]);
    await at(NOW + MINUTE);
    await sweep();
    expect(await hall.claimsOf('a')).toMatchObject([{ from: moved.startsAt, to: moved.endsAt }]);
    expect(await told('a')).toEqual(['changed']);
  });

  test.each([
    ['扫的时候放开', () => Promise.resolve(), []],
    ['他又来了的，不动他的', () => hall.join('b'), [SATURDAY, SATURDAY]],
  ])('点名请出来、还没放开他的时间就断了：%s', async (_rule, meanwhile, times) => {
    await faults({ kind: 'error', action: 'database.modifyDocument', next: 1 });
    expect(await hall.resize(1, { leaving: [requestIdOf('b')] })).toMatchObject({ data: { done: true } });
    expect(await hall.claimsOf('b')).toHaveLength(1);
    await at(NOW + 3 * MINUTE);
    await meanwhile();
    await sweep();
    expect((await hall.claimsOf('b')).map(({ from }) => from)).toEqual(times);
  });

  test('发到一半断了：不知道发没发的不再发，要打电话', async () => {
    await load(
      aTalk('half', {
        roster: people.map((label) => anEntry(label, { post: 'seat' })),
        notices: [
          { noticeId: 'reminder-1', cause: 'reminder', at: NOW, state: 'sending', since: NOW, outcomes: [] },
        ],
        unsent: 1,
      }),
    );
    await at(NOW + MINUTE);
    await sweep();
    for (const label of people) expect(await told(label)).toEqual([]);
    expect(await detail('clerk', 'half')).toMatchObject({
      data: { follow: { toRing: people.map((label) => ({ name: `样例${label}`, why: 'reminder' })) } },
    });
  });

  test('请出来的人没通知到，活动又取消了：还是要打电话', async () => {
    await at(NOW + 4 * HOUR);
    await hall.resize(1, { leaving: [requestIdOf('b')] });
    await cancel();
    await at(NOW + 13 * HOUR);
    await sweep();
    expect(await told('b')).toEqual(['changed']);
    expect(await told('a')).toEqual(['changed']);
  });
});
