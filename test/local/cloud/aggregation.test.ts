import { SDKS } from './sdk-function';
import { wireTable } from './wire-support';

const { cloud, run, stored, seed } = wireTable();

const DUTIES = [
  { _id: 'a', studioId: 's', kind: 'patrol', startsAt: 1, hours: 2, who: ['m1', 'm2'], at: { $date: 0 } },
  { _id: 'b', studioId: 's', kind: 'patrol', startsAt: 2, hours: 3, who: ['m1'], at: { $date: 57_600_000 } },
  { _id: 'c', studioId: 's', kind: 'activity', startsAt: 3, hours: null, who: [] },
  { _id: 'd', studioId: 's', kind: 'activity', startsAt: 4, at: null },
  { _id: 'e', studioId: 't', kind: 'patrol', startsAt: 5, hours: 9, who: ['m9'] },
];
const MEMBERS = [
  { _id: 'm1', openid: 'o1', name: 'Li' },
  { _id: 'm2', openid: 'o2', name: 'Wang' },
];

const list = (body: string): string => `async ({ db, _, data }) => {
  const $ = _.aggregate;
  const { list, data: found } = await (${body}).end();
  return list ?? found;
}`;
const own = `db.collection('events').aggregate().match({ studioId: 's' }).sort({ startsAt: 1 })`;

beforeEach(async () => {
  await seed(DUTIES);
  await seed(MEMBERS, 'members');
});

describe.each(SDKS)('%s', (sdk) => {
  const answer = async (body: string): Promise<unknown> => run(sdk, list(body));

  test('a report: hours by kind, largest first', async () => {
    expect(
      await answer(
        `${own}.group({ _id: '$kind', hours: $.sum('$hours'), mean: $.avg('$hours'), most: $.max('$hours'), least: $.min('$hours'), all: $.push('$hours'), count: $.sum(1) }).sort({ hours: -1 })`,
      ),
    ).toEqual({
      ok: [
        { _id: 'patrol', hours: 5, mean: 2.5, most: 3, least: 2, all: [2, 3], count: 2 },
        { _id: 'activity', hours: 0, mean: null, most: null, least: null, all: [null], count: 2 },
      ],
    });
  });

  test('first, last and addToSet; null and missing make one group', async () => {
    expect(
      await answer(
        `${own}.sort({ startsAt: 1 }).group({ _id: '$hours', first: $.first('$_id'), last: $.last('$who'), kinds: $.addToSet('$kind') })`,
      ),
    ).toEqual({
      ok: [
        { _id: 2, first: 'a', last: ['m1', 'm2'], kinds: ['patrol'] },
        { _id: 3, first: 'b', last: ['m1'], kinds: ['patrol'] },
        { _id: null, first: 'c', last: null, kinds: ['activity'] },
      ],
    });
  });

  test('unwind, then the busiest people with their names', async () => {
    expect(
      await answer(
        `${own}.unwind('$who').sortByCount('$who').lookup({ from: 'members', localField: '_id', foreignField: '_id', as: 'member' })
          .project({ _id: 0, count: 1, name: $.arrayElemAt(['$member.name', 0]) })`,
      ),
    ).toEqual({
      ok: [
        { count: 2, name: 'Li' },
        { count: 1, name: 'Wang' },
      ],
    });
  });

  test('unwind keeps what has nothing when asked to, and numbers the elements', async () => {
    expect(
      await answer(
        `${own}.unwind({ path: '$who', includeArrayIndex: 'i', preserveNullAndEmptyArrays: true }).project({ who: 1, i: 1 })`,
      ),
    ).toEqual({
      ok: [
        { _id: 'a', who: 'm1', i: 0 },
        { _id: 'a', who: 'm2', i: 1 },
        { _id: 'b', who: 'm1', i: 0 },
        { _id: 'c', i: null },
        { _id: 'd', i: null },
      ],
    });
  });

  test('a lookup by pipeline is carried by the index of what is equal', async () => {
    expect(
      await answer(
        `db.collection('members').aggregate().match({ _id: 'm1' }).lookup({ from: 'events', let: { s: 's', k: 'patrol' },
          pipeline: $.pipeline().match(_.expr($.and([$.eq(['$studioId', '$$s']), $.eq(['$kind', '$$k']), $.gt(['$hours', 2])]))).project({ hours: 1 }).done(), as: 'long' })`,
      ),
    ).toEqual({ ok: [{ _id: 'm1', openid: 'o1', name: 'Li', long: [{ _id: 'b', hours: 3 }] }] });
  });

  test('a day is a day in the village; a date that is missing or null has none', async () => {
    expect(
      await answer(
        `${own}.project({ day: $.dateToString({ date: '$at', format: '%Y-%m-%d', timezone: 'Asia/Shanghai' }), hour: $.hour('$at') })`,
      ),
    ).toEqual({
      ok: [
        { _id: 'a', day: '1970-01-01', hour: 0 },
        { _id: 'b', day: '1970-01-02', hour: 16 },
        { _id: 'c', day: null, hour: null },
        { _id: 'd', day: null, hour: null },
      ],
    });
  });

  test('count of nothing is nothing; skip and limit page', async () => {
    expect(
      await answer(`db.collection('events').aggregate().match({ studioId: 'none' }).count('n')`),
    ).toEqual({
      ok: [],
    });
    expect(await answer(`${own}.count('n')`)).toEqual({ ok: [{ n: 4 }] });
    expect(await answer(`${own}.sort({ startsAt: -1 }).skip(1).limit(2).project({ _id: 1 })`)).toEqual({
      ok: [{ _id: 'c' }, { _id: 'b' }],
    });
  });

  test('addFields, replaceRoot and bucket', async () => {
    expect(
      await answer(
        `${own}.addFields({ 'n.double': $.multiply(['$startsAt', 2]) }).replaceRoot({ newRoot: '$n' }).bucket({ groupBy: '$double', boundaries: [0, 5, 9] })`,
      ),
    ).toEqual({
      ok: [
        { _id: 0, count: 2 },
        { _id: 5, count: 2 },
      ],
    });
  });

  test('what is not supported is refused by its name', async () => {
    expect(await answer(`${own}.sample({ size: 1 })`)).toMatchObject({
      code: 'DATABASE_REQUEST_FAILED',
      message: expect.stringContaining('the aggregation stage $sample is not supported') as string,
    });
    expect(await answer(`${own}.project({ x: { $tan: '$a' } })`)).toMatchObject({
      message: expect.stringContaining("Unrecognized expression '$tan'") as string,
    });
    expect(JSON.stringify(await answer(`db.collection('events').aggregate().match({ price: 1 })`))).toContain(
      'no index carries this query',
    );
    expect(JSON.stringify(await answer(`db.collection('nowhere').aggregate().match({ a: 1 })`))).toContain(
      'DATABASE_COLLECTION_NOT_EXIST',
    );
  });
});

test('the request reports the index of the leading match, its order and its limit, and those of a lookup', async () => {
  const { requestID } = await cloud().call('alice', 'sdk', {
    sdk: 'node',
    script: list(
      `db.collection('events').aggregate().match({ studioId: 's', kind: 'patrol' }).sort({ startsAt: -1 }).limit(1)
        .lookup({ from: 'members', localField: 'who', foreignField: '_id', as: 'm' })`,
    ),
  });
  expect(await cloud().get(`/local/requests?invocation=${requestID}`)).toMatchObject({
    requests: [{ action: 'database.aggregateDocuments', index: 'board+_id_', examined: 2, returned: 1 }],
  });
  expect(await stored('events')).toHaveLength(5);
});
