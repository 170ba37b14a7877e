import { SDKS } from './sdk-function';
import { wire } from './support';
import { wireTable } from './wire-support';

interface Doc {
  _id: string;
}

const { cloud, run, stored, seed } = wireTable();

const many = (count: number, fields: object = {}): object[] =>
  Array.from({ length: count }, (_, i) => ({
    _id: `e${i}`,
    studioId: 's',
    kind: 'k',
    startsAt: i,
    ...fields,
  }));

describe.each(SDKS)('%s', (sdk) => {
  const lengthOf = async (query: string): Promise<unknown> =>
    run(sdk, `async ({ db }) => (await ${query}.get()).data.length`);

  test('a query answers 100 documents unless told otherwise, and never more than 1,000', async () => {
    await seed(many(1_100));
    expect(await lengthOf(`db.collection('events').where({ studioId: 's' })`)).toEqual({ ok: 100 });
    expect(await lengthOf(`db.collection('events').where({ studioId: 's' }).limit(300)`)).toEqual({
      ok: 300,
    });
    expect(await lengthOf(`db.collection('events').where({ studioId: 's' }).limit(5000)`)).toEqual({
      ok: 1_000,
    });
  });

  test.each([
    ['a page of the index', `where({ studioId: 's' })`],
    ['a page that is read', `where({ studioId: 's', extra: null })`],
    ['a projection', `where({ studioId: 's' }).field({ text: true })`],
  ])('an answer holds at most 1 MB: %s', async (_, query) => {
    await seed(many(11, { text: '值'.repeat(33_000) }));
    expect(
      JSON.stringify(await run(sdk, `async ({ db }) => db.collection('events').${query}.get()`)),
    ).toContain('database query result size exceed limit (1MB)');
    expect(await lengthOf(`db.collection('events').${query}.limit(10)`)).toEqual({ ok: 10 });
  });

  test('a document that an update makes larger than 16 MB is refused and stays as it was', async () => {
    await seed([{ _id: 'a', parts: [] }]);
    const answer = await run(
      sdk,
      `async ({ db, _, data }) => {
        for (let i = 0; i < 5; i++) await db.collection('events').doc('a').update(data({ parts: _.push(['x'.repeat(4_000_000)]) }));
      }`,
    );
    expect(JSON.stringify(answer)).toContain('a document holds at most 16 MB');
    const count = `async ({ db, _ }) => (await db.collection('events').where({ _id: 'a', parts: _.size(4) }).count()).total`;
    expect(await run(sdk, count)).toEqual({ ok: 1 });
  });
});

describe('large documents', () => {
  const LONG = '值'.repeat(24_000);

  test('a page of them is read one by one, and no further than an answer holds', async () => {
    await seed(many(40, { text: LONG }));
    const query = JSON.stringify({ studioId: 's' });
    const get = { action: 'database.getDocument', collectionName: 'events', query };
    const reply = await wire(cloud(), { ...get, limit: 14 });
    expect((reply['data'] as { list: string[] }).list.map((text) => (JSON.parse(text) as Doc)._id)).toEqual(
      many(14).map((doc) => (doc as Doc)._id),
    );
    expect(await wire(cloud(), { ...get, limit: 1000 })).toMatchObject({
      code: 'DATABASE_REQUEST_FAILED',
      message: 'database query result size exceed limit (1MB)',
    });
    const { requests } = (await cloud().get('/local/requests')) as { requests: { examined: number }[] };
    expect(requests.at(-1)?.examined).toBe(15);
  });

  test('an update that answers more than 1 MB is refused and changes nothing', async () => {
    await seed([{ _id: 'a', n: 1, text: 'x'.repeat(1024 * 1024) }]);
    const script = `async ({ db }) => db.collection('events').where({ _id: 'a' }).updateAndReturn({ n: 2 })`;
    expect(JSON.stringify(await run('node', script))).toContain('exceed limit (1MB)');
    const count = `async ({ db }) => (await db.collection('events').where({ _id: 'a', n: 1 }).count()).total`;
    expect(await run('node', count)).toEqual({ ok: 1 });
  });

  test('the 16 MB are bytes, not letters', async () => {
    await seed([{ _id: 'a', parts: [] }]);
    const push = `async ({ db, _ }) => {
      for (let i = 0; i < 3; i++) await db.collection('events').doc('a').update({ parts: _.push(['值'.repeat(2_000_000)]) });
    }`;
    expect(JSON.stringify(await run('node', push))).toContain('a document holds at most 16 MB');
  });

  test('what no index puts in order is sorted within 100 MB', async () => {
    for (let i = 0; i < 12; i++) await seed([{ _id: `e${i}`, studioId: 's', text: 'x'.repeat(9_000_000) }]);
    const sort = `async ({ db, given }) => (await db.collection('events').where({ studioId: 's' }).orderBy('n', 'asc').field({ _id: true }).get()).data.length`;
    expect(JSON.stringify(await run('node', sort))).toContain('Sort exceeded memory limit');
    const count = `async ({ db, _ }) => (await db.collection('events').where({ studioId: _.gte('') }).count()).total`;
    expect(await run('node', count)).toEqual({ ok: 12 });
  });
});

test('what is stored comes back as it was, whichever way a page is read', async () => {
  const odd = { text: 'a"\\\u0001\u2028班\u{1f600}', at: { $date: 5 }, none: null, list: [1.5, { x: [] }] };
  await seed(many(2, odd));
  const script = (query: string): string =>
    `async ({ db }) => (await db.collection('events').where(${query}).orderBy('startsAt', 'desc').get()).data.map((one) => ({ ...one, at: one.at.getTime() }))`;
  const expected = { ok: (many(2, { ...odd, at: 5 }) as object[]).reverse() };
  expect(await run('node', script(`{ studioId: 's', kind: 'k' }`))).toEqual(expected);
  expect(await run('node', script(`{ studioId: 's', kind: 'k', none: null }`))).toEqual(expected);
  expect(await stored('events')).toHaveLength(2);
});
