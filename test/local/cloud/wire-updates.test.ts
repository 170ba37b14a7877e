import { wireTable } from './wire-support';

const { cloud, run, stored, seed } = wireTable();

test('updateAndReturn answers the document as it is afterwards, or none', async () => {
  await seed([{ _id: 'a', studioId: 's', at: { $date: 3 }, n: 1 }]);
  const script = `async ({ db, _, given }) => {
    const { updated, doc } = await db.collection('events').where({ _id: 'a', studioId: given }).updateAndReturn({ n: _.inc(1) });
    return { updated, doc, date: doc?.at instanceof Date };
  }`;
  expect(await run('node', script, 's')).toEqual({
    ok: { updated: 1, date: true, doc: { _id: 'a', studioId: 's', at: '1970-01-01T00:00:00.003Z', n: 2 } },
  });
  expect(await run('node', script, 'other')).toEqual({ ok: { updated: 0, doc: null, date: false } });
});

test('a failing update among many leaves all of them as they were', async () => {
  await seed([
    { _id: 'a', studioId: 's', n: 1 },
    { _id: 'b', studioId: 's', n: 'text' },
  ]);
  const answer = await run(
    'node',
    `async ({ db, _ }) => db.collection('events').where({ studioId: 's' }).update({ n: _.inc(1) })`,
  );
  expect(answer).toMatchObject({ code: 'DATABASE_REQUEST_FAILED' });
  expect(await stored('events')).toEqual([
    { _id: 'a', studioId: 's', n: 1 },
    { _id: 'b', studioId: 's', n: 'text' },
  ]);
});

test('every request is on record with its invocation, its index and what it examined', async () => {
  await seed([
    { _id: 'a', studioId: 's', kind: 'k', x: 1 },
    { _id: 'b', studioId: 's', kind: 'k', x: 2 },
  ]);
  const { requestID } = await cloud().call('alice', 'sdk', {
    sdk: 'node',
    script: `async ({ db }) => db.collection('events').where({ studioId: 's', kind: 'k', x: 2 }).get()`,
  });
  expect(await cloud().get(`/local/requests?invocation=${requestID}`)).toMatchObject({
    requests: [
      {
        function: 'sdk',
        action: 'database.getDocument',
        collection: 'events',
        index: 'board',
        examined: 2,
        returned: 1,
      },
    ],
  });
  expect(await cloud().get(`/local/invocations?invocation=${requestID}`)).toMatchObject({
    invocations: [{ function: 'sdk', error: null, trips: 1 }],
  });
});
