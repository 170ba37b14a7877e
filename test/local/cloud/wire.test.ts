import { SDKS } from './sdk-function';
import { wireTable } from './wire-support';

const { cloud, run, stored, seed } = wireTable();

describe.each(SDKS)('%s', (sdk) => {
  const wx = sdk === 'wx';

  test('add stores the document under a new id of 32 hex digits', async () => {
    const answer = await run(
      sdk,
      `async ({ db, data }) => db.collection('events').add(data({ kind: 'patrol', at: new Date(5) }))`,
    );
    const [doc] = (await stored('events')) as { _id: string }[];
    expect(doc).toEqual({
      _id: expect.stringMatching(/^[0-9a-f]{32}$/) as string,
      kind: 'patrol',
      at: { $date: 5 },
    });
    expect(answer).toMatchObject({ ok: wx ? { _id: doc?._id } : { id: doc?._id } });
  });

  test('add under an id that is taken is refused and stores nothing', async () => {
    await seed([{ _id: 'a' }]);
    const answer = await run(
      sdk,
      `async ({ db, data }) => db.collection('events').add(data({ _id: 'a', n: 1 }))`,
    );
    expect(answer).toMatchObject({ ...(wx ? { errCode: -502001 } : { code: 'DATABASE_REQUEST_FAILED' }) });
    expect(JSON.stringify(answer)).toContain('E11000');
    expect(await stored('events')).toEqual([{ _id: 'a' }]);
  });

  test('get answers dates as dates, in the order asked for, by page', async () => {
    await seed(
      [1, 2, 3, 4].map((n) => ({ _id: `e${n}`, studioId: 's', kind: 'k', startsAt: n, at: { $date: n } })),
    );
    const answer = await run(
      sdk,
      `async ({ db }) => {
        const { data } = await db.collection('events').where({ studioId: 's', kind: 'k' })
          .orderBy('startsAt', 'desc').skip(1).limit(2).field({ at: true }).get();
        return data.map((one) => [one._id, one.at instanceof Date, one.at.getTime(), Object.keys(one)]);
      }`,
    );
    expect(answer).toEqual({
      ok: [
        ['e3', true, 3, ['_id', 'at']],
        ['e2', true, 2, ['_id', 'at']],
      ],
    });
  });

  test('a document that is not there: node answers none, wx throws', async () => {
    const answer = await run(sdk, `async ({ db }) => db.collection('events').doc('zz').get()`);
    expect(answer).toMatchObject(wx ? { errCode: -1 } : { ok: { data: [] } });
  });

  test('count counts what matches', async () => {
    await seed([{ studioId: 's' }, { studioId: 's' }, { studioId: 'other' }]);
    expect(
      await run(
        sdk,
        `async ({ db }) => (await db.collection('events').where({ studioId: 's' }).count()).total`,
      ),
    ).toEqual({ ok: 2 });
    expect(await run(sdk, `async ({ db }) => (await db.collection('events').count()).total`)).toEqual({
      ok: 3,
    });
  });

  test('doc().update changes one, and none without an error', async () => {
    await seed([{ _id: 'a', n: 1, deep: { x: 1, y: 1 } }]);
    const script = `async ({ db, _, data, given }) =>
      db.collection('events').doc(given).update(data({ n: _.inc(2), deep: { x: 9 }, list: _.push(['p']), y: _.remove() }))`;
    expect(await run(sdk, script, 'a')).toMatchObject({
      ok: wx ? { stats: { updated: 1 } } : { updated: 1 },
    });
    expect(await run(sdk, script, 'zz')).toMatchObject({
      ok: wx ? { stats: { updated: 0 } } : { updated: 0 },
    });
    expect(await stored('events')).toEqual([{ _id: 'a', n: 3, deep: { x: 9, y: 1 }, list: ['p'] }]);
  });

  test('doc().set creates, then replaces', async () => {
    const script = `async ({ db, data, given }) => db.collection('events').doc('b').set(data(given))`;
    expect(await run(sdk, script, { n: 1, old: true })).toMatchObject({
      ok: wx ? { _id: 'b', stats: { updated: 0, created: 1 } } : { updated: 0, upsertedId: 'b' },
    });
    expect(await run(sdk, script, { n: 2 })).toMatchObject({
      ok: wx ? { stats: { updated: 1, created: 0 } } : { updated: 1 },
    });
    expect(await stored('events')).toEqual([{ _id: 'b', n: 2 }]);
  });

  test('where().update changes all that match and counts the unchanged among them', async () => {
    await seed([
      { _id: 'a', studioId: 's', n: 1 },
      { _id: 'b', studioId: 's', n: 2 },
      { _id: 'c', studioId: 't' },
    ]);
    const answer = await run(
      sdk,
      `async ({ db, data }) => db.collection('events').where({ studioId: 's' }).update(data({ n: 2 }))`,
    );
    expect(answer).toMatchObject({ ok: wx ? { stats: { updated: 2 } } : { updated: 2 } });
    expect(await stored('events')).toEqual([
      { _id: 'a', studioId: 's', n: 2 },
      { _id: 'b', studioId: 's', n: 2 },
      { _id: 'c', studioId: 't' },
    ]);
  });

  test('a guarded update pushes once: the repeat matches nothing', async () => {
    await seed([{ _id: 'a', studioId: 's', roster: [] }]);
    const script = `async ({ db, _, data }) => db.collection('events')
      .where({ _id: 'a', roster: _.not(_.elemMatch({ memberId: 'm', leftAt: null })) })
      .update(data({ roster: _.push([{ memberId: 'm', leftAt: null }]) }))`;
    expect(await run(sdk, script)).toMatchObject({ ok: wx ? { stats: { updated: 1 } } : { updated: 1 } });
    expect(await run(sdk, script)).toMatchObject({ ok: wx ? { stats: { updated: 0 } } : { updated: 0 } });
    expect(await stored('events')).toEqual([
      { _id: 'a', studioId: 's', roster: [{ memberId: 'm', leftAt: null }] },
    ]);
  });

  test('the positional $ is the element that elemMatch found', async () => {
    await seed([
      {
        _id: 'a',
        roster: [
          { m: 1, leftAt: 5 },
          { m: 1, leftAt: null },
          { m: 2, leftAt: null },
        ],
      },
    ]);
    await run(
      sdk,
      `async ({ db, _, data }) => db.collection('events')
      .where({ _id: 'a', roster: _.elemMatch({ m: 1, leftAt: null }) }).update(data({ 'roster.$.leftAt': 9 }))`,
    );
    expect(await stored('events')).toEqual([
      {
        _id: 'a',
        roster: [
          { m: 1, leftAt: 5 },
          { m: 1, leftAt: 9 },
          { m: 2, leftAt: null },
        ],
      },
    ]);
  });

  test('remove removes what matches', async () => {
    await seed([
      { _id: 'a', studioId: 's' },
      { _id: 'b', studioId: 's' },
      { _id: 'c', studioId: 't' },
    ]);
    expect(await run(sdk, `async ({ db }) => db.collection('events').doc('c').remove()`)).toMatchObject({
      ok: wx ? { stats: { removed: 1 } } : { deleted: 1 },
    });
    expect(
      await run(sdk, `async ({ db }) => db.collection('events').where({ studioId: 's' }).remove()`),
    ).toMatchObject({ ok: wx ? { stats: { removed: 2 } } : { deleted: 2 } });
    expect(await stored('events')).toEqual([]);
  });

  test('a collection that nobody declared does not exist', async () => {
    const answer = await run(sdk, `async ({ db }) => db.collection('nowhere').get()`);
    expect(answer).toMatchObject(wx ? { errCode: -502005 } : { code: 'DATABASE_COLLECTION_NOT_EXIST' });
  });

  test('createCollection makes one, once', async () => {
    const script = `async ({ db, data, given }) => {
      await db.createCollection(given);
      await db.collection(given).add(data({ n: 1 }));
      return (await db.collection(given).where({ n: 1 }).get()).data.length;
    }`;
    expect(await run(sdk, script, `new-${sdk}`)).toEqual({ ok: 1 });
    expect(await run(sdk, script, `new-${sdk}`)).toMatchObject({ code: 'DATABASE_REQUEST_FAILED' });
  });

  test('a query that no index carries names the index to declare', async () => {
    const answer = await run(
      sdk,
      `async ({ db, _ }) => db.collection('events').where({ state: 'open', price: _.gt(3) }).orderBy('at', 'desc').get()`,
    );
    expect(JSON.stringify(answer)).toContain(
      'no index carries this query on \\\\\\"events\\\\\\": declare { fields: [[\\\\\\"state\\\\\\",1],[\\\\\\"at\\\\\\",-1],[\\\\\\"price\\\\\\",1]] } in collections.json'.replaceAll(
        '\\\\\\',
        '\\',
      ),
    );
  });

  test('serverDate is the time of the cloud', async () => {
    await cloud().post('/local/clock', { at: 1_800_000_000_000, frozen: true });
    await run(
      sdk,
      `async ({ db, data }) => db.collection('events').doc('d').set(data({ at: db.serverDate({ offset: 1000 }) }))`,
    );
    await cloud().post('/local/clock', { frozen: false });
    expect(await stored('events')).toEqual([{ _id: 'd', at: { $date: 1_800_000_001_000 } }]);
  });
});
