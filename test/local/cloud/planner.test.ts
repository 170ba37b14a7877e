import { index, openStore, type TestStore } from './store-support';

let store: TestStore;
beforeAll(() => {
  store = openStore([
    index('board', ['studioId', 1], ['kind', 1], ['startsAt', 1]),
    index('rosterMember', ['roster.memberId', 1], ['startsAt', 1]),
    index('rosterState', ['roster.memberId', 1], ['roster.leftAt', 1]),
    index('latest', ['studioId', 1], ['startsAt', -1]),
    { name: 'code', fields: [['code', 1]], unique: true },
  ]);
  for (let i = 0; i < 40; i++) {
    store.collection.insert({
      _id: i,
      studioId: `s${i % 2}`,
      kind: i % 4 < 2 ? 'patrol' : 'activity',
      startsAt: i,
      code: `c${i}`,
      roster: [
        { memberId: `m${i % 5}`, leftAt: null },
        { memberId: `m${(i + 1) % 5}`, leftAt: i },
      ],
    });
  }
});
afterAll(() => store.end());

describe('the index with the longest equality carries the query', () => {
  test.each<[object, string, number, number]>([
    [{ _id: 7 }, '_id_', 1, 1],
    [{ _id: { $in: [1, 2, 99] } }, '_id_', 2, 2],
    [{ code: 'c3', studioId: 's1' }, 'code', 1, 1],
    [{ studioId: 's0', kind: 'patrol' }, 'board', 10, 10],
    [{ studioId: 's0', kind: 'patrol', startsAt: { $gte: 10, $lt: 20 } }, 'board', 2, 2],
    [{ studioId: { $in: ['s0', 's1'] }, kind: 'patrol', startsAt: { $lt: 4 } }, 'board', 2, 2],
    [{ studioId: 's0', startsAt: { $gte: 30 } }, 'latest', 5, 5],
    [{ 'roster.memberId': 'm1', startsAt: { $gt: 30 } }, 'rosterMember', 3, 3],
    [{ roster: { $elemMatch: { memberId: 'm1', leftAt: null } } }, 'rosterState', 8, 8],
    [{ $and: [{ studioId: 's0' }, { $and: [{ kind: 'patrol' }] }] }, 'board', 10, 10],
    [{ $or: [{ _id: 3 }, { code: 'c4' }] }, '_id_+code', 2, 2],
    [{ studioId: 's0', $or: [{ kind: 'x' }, { startsAt: 4 }] }, 'board', 20, 1],
    [{ studioId: { $in: [] } }, 'latest', 0, 0],
  ])('%j by %s', (query, name, examined, returned) => {
    const { ids, trace } = store.ids(query);
    expect([examined, ids.length]).toEqual([trace.examined, returned]);
    if (trace.examined > 0) expect(trace.index).toBe(name);
  });
});

test('two conditions on an array outside of elemMatch may meet two elements, so one bound is used', () => {
  const { ids, trace } = store.ids({ 'roster.memberId': 'm1', 'roster.leftAt': null });
  expect(trace.examined).toBe(16);
  expect(ids).toHaveLength(16);
});

test('an order that the index has stops at the limit', () => {
  const forward = store.ids({ studioId: 's0', kind: 'patrol' }, [['startsAt', 1]], 2);
  expect(forward).toEqual({ ids: [0, 4], trace: { index: 'board', examined: 2, returned: 2 } });
  const backward = store.ids({ studioId: 's0', kind: 'patrol' }, [['startsAt', -1]], 2);
  expect(backward).toEqual({ ids: [36, 32], trace: { index: 'board', examined: 2, returned: 2 } });
  const descending = store.ids({ studioId: 's0' }, [['startsAt', -1]], 2);
  expect(descending).toEqual({ ids: [38, 36], trace: { index: 'latest', examined: 2, returned: 2 } });
});

test('an order that no index has is sorted after reading', () => {
  const { ids, trace } = store.ids({ studioId: 's0', kind: 'patrol' }, [['code', -1]], 2);
  expect(ids).toEqual([8, 4]);
  expect(trace.examined).toBe(10);
});

test('the whole collection may be asked for, in an order that an index has', () => {
  expect(store.ids({}, [], 2)).toMatchObject({ ids: [0, 1], trace: { examined: 2 } });
  expect(store.ids({}, [['code', -1]], 1)).toMatchObject({ ids: [9], trace: { examined: 1 } });
  expect(() => store.ids({}, [['kind', 1]], 1)).toThrow('declare { fields: [["kind",1]] }');
});

describe('a query without an index names the index to declare', () => {
  test.each<[object, string]>([
    [{ state: 'open', studio: 's' }, '[["state",1],["studio",1]]'],
    [{ price: { $gt: 1 }, state: 'open' }, '[["state",1],["price",1]]'],
    [{ list: { $elemMatch: { a: 1, b: { $lt: 2 } } } }, '[["list.a",1],["list.b",1]]'],
    [{ $or: [{ _id: 1 }, { state: 'open' }] }, '[["_id",1],["state",1]]'],
    [{ kind: 'patrol' }, '[["kind",1]]'],
  ])('%j', (query, fields) => {
    expect(() => store.ids(query)).toThrow(
      `no index carries this query on "things": declare { fields: ${fields} } in collections.json`,
    );
  });

  test('a negation alone is carried by none', () => {
    expect(() => store.ids({ state: { $ne: 'open' } })).toThrow('it has no equality and no range');
  });
});

test('an index that is declared later is built when the store opens', () => {
  let other = openStore([]);
  other.collection.insert({ _id: 1, tags: ['a', 'b'] });
  expect(() => other.ids({ tags: 'b' })).toThrow('no index');
  other = other.reopen([index('tags', ['tags', 1])]);
  expect(other.ids({ tags: 'b' })).toMatchObject({ ids: [1], trace: { index: 'tags', examined: 1 } });
  other = other.reopen([index('tags', ['tags', -1])]);
  expect(other.ids({ tags: { $lt: 'b' } })).toMatchObject({ ids: [1] });
  other = other.reopen([]);
  expect(() => other.ids({ tags: 'b' })).toThrow('no index');
  other.end();
});

describe('a unique index', () => {
  let unique: TestStore;
  beforeEach(() => {
    unique = openStore([{ name: 'tag', fields: [['tags', 1]], unique: true }]);
    unique.collection.insert({ _id: 1, tags: ['a', 'b'] });
  });
  afterEach(() => unique.end());

  test('takes a value once, element by element', () => {
    expect(() => unique.collection.insert({ _id: 2, tags: ['c', 'b'] })).toThrow(
      'E11000 duplicate key error',
    );
  });

  test('lets a document keep its own', () => {
    unique.collection.replace(
      { seq: 1, text: '', doc: { _id: 1, tags: ['a', 'b'] } },
      { _id: 1, tags: ['b'] },
    );
    unique.collection.insert({ _id: 2, tags: 'a' });
    expect(unique.ids({ tags: 'a' }).ids).toEqual([2]);
  });

  test('takes a missing field for null', () => {
    unique.collection.insert({ _id: 2 });
    expect(() => unique.collection.insert({ _id: 3, tags: null })).toThrow('E11000');
  });

  test('refuses two arrays side by side', () => {
    const parallel = openStore([index('both', ['a', 1], ['b', 1])]);
    expect(() => parallel.collection.insert({ _id: 1, a: [1], b: [2] })).toThrow(
      'cannot index parallel arrays [a] [b]',
    );
    parallel.end();
  });
});
