import type { Request, SessionCard } from '../../../typings/contract';
import { anEntry, eventIdOf, openidOf, STUDIO } from '../../support/makers';
import { aHall, aTalk, DAY, HOUR, NOW } from './hall';

const hall = aHall(['a', 'b']);
const { load, studio } = hall;

type Which = Request<'activities.list'>['which'];
async function page(which: Which, after: Request<'activities.list'>['after'] = null, label = 'a') {
  const answer = await studio().call(openidOf(label), 'activities.list', { studioId: STUDIO, which, after });
  if (!answer.ok) throw new Error(answer.code);
  return answer.data;
}
async function all(which: Which): Promise<SessionCard[]> {
  const cards: SessionCard[] = [];
  for (let after: Request<'activities.list'>['after'] = null; ;) {
    const { sessions, next } = await page(which, after);
    expect(sessions.length).toBeLessThanOrEqual(20);
    cards.push(...sessions);
    if (next === null) return cards;
    after = next;
  }
}
const labelOf = ({ sessionId }: SessionCard) => sessionId.slice(2).replace(/^0+/, '');

describe('活动列表', () => {
  test('将来的按先后，正在进行的也在；过去的新的在前；别村的不在', async () => {
    await load(
      aTalk('later', { startsAt: NOW + 3 * DAY }),
      aTalk('running', { startsAt: NOW - HOUR }),
      aTalk('ended', { startsAt: NOW - 2 * HOUR }),
      aTalk('long', { startsAt: NOW - 23 * HOUR, endsAt: NOW + HOUR / 2 }),
      aTalk('older', { startsAt: NOW - 9 * DAY, state: 'cancelled' }),
      aTalk('foreign', { startsAt: NOW + DAY, studioId: 'other' }),
      aTalk('planned', { startsAt: NOW + DAY, opensAt: NOW + HOUR }),
    );
    expect((await all('coming')).map((card) => [labelOf(card), card.status])).toEqual([
      ['long', 'started'],
      ['running', 'started'],
      ['later', 'open'],
      ['talk', 'open'],
    ]);
    expect((await all('past')).map((card) => [labelOf(card), card.status])).toEqual([
      ['ended', 'over'],
      ['older', 'cancelled'],
    ]);
  });

  test('卡上有空座和我的一份，没有别人的名字', async () => {
    const roster = [anEntry('a', { post: 'seat', seats: 2 }), anEntry('b', { post: 'seat' })];
    await load(
      aTalk('mine', { startsAt: NOW + 2 * DAY, roster }),
      aTalk('queued', {
        startsAt: NOW + 3 * DAY,
        roster: [...roster, anEntry('c', { post: 'seat', seats: 2 })],
      }),
      aTalk('closed', { startsAt: NOW + 4 * DAY, deadline: NOW }),
      aTalk('empty', { startsAt: NOW + 4 * DAY, posts: [], joined: {} }),
    );
    const { sessions } = await page('coming');
    const card = (label: string) => sessions.find((found) => labelOf(found) === label);
    expect(card('mine')).toMatchObject({
      seats: { all: 4, free: 1 },
      mine: { seats: 2, standing: 'placed' },
      status: 'open',
    });
    expect(card('queued')).toMatchObject({
      seats: { free: 0 },
      mine: { standing: 'joined' },
      status: 'full',
    });
    expect(card('closed')).toMatchObject({ mine: null, status: 'closed' });
    expect(card('empty')).toMatchObject({ seats: null, status: 'open' });
    expect(JSON.stringify(sessions)).not.toMatch(/样例|m_0/);
  });

  test('认得我时一次往返', async () => {
    await page('coming');
    await page('coming');
    expect(await studio().trips()).toHaveLength(1);
  });

  test('详情也是一次往返', async () => {
    await hall.detail('a');
    await hall.detail('a');
    expect(await studio().trips()).toHaveLength(1);
  });

  test('同时开始的几十场，一页一页不漏不重', async () => {
    const labels = Array.from({ length: 47 }, (_, nth) => `s${nth}`);
    await load(...labels.map((label, nth) => aTalk(label, { startsAt: NOW + (nth % 3) * DAY + HOUR })));
    expect((await all('coming')).map(labelOf).sort()).toEqual([...labels, 'talk'].sort());
  });
});

test('一万场过去的活动，每一页看的文档一样少', async () => {
  for (let chunk = 0; chunk < 10; chunk++) {
    await load(
      ...Array.from({ length: 1000 }, (_, nth) =>
        aTalk(`p${chunk}x${nth}`, { startsAt: NOW - DAY - (chunk * 1000 + nth) * HOUR }),
      ),
    );
  }
  await page('past');
  const examined: number[] = [];
  let seen = 0;
  for (let after: Request<'activities.list'>['after'] = null; seen < 10_000;) {
    const { sessions, next } = await page('past', after);
    if (after === null || seen % 1000 === 0) {
      const requests = await studio().trips();
      expect(requests).toHaveLength(1);
      examined.push(requests[0]!.examined);
    }
    seen += sessions.length;
    after = next;
    if (next === null) break;
  }
  expect(seen).toBe(10_000);
  expect(Math.max(...examined)).toBeLessThanOrEqual(25);
  expect(eventIdOf('p0x0')).toHaveLength(26);
}, 120_000);
