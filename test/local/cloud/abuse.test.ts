import { startTestCloud, wire, type TestCloud } from './support';

/** Requests that each would have stopped the whole cloud, or filled its memory. */
let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud({}, { timers: false });
});
afterAll(() => cloud.end());
beforeEach(async () => {
  await cloud.post('/local/reset', {});
});

const on = (action: string, fields: object): Promise<Record<string, unknown>> => {
  const texts = Object.entries(fields).map(([name, value]) => [name, JSON.stringify(value)]);
  const request = { action: `database.${action}`, collectionName: 'events', merge: true };
  return wire(cloud, { ...request, ...(Object.fromEntries(texts) as object) });
};

const BACKTRACKING = { $regularExpression: { pattern: '^(a+)+$', options: '' } };
const TEXT = `${'a'.repeat(5000)}!`;

test.each([
  ['alone', { title: BACKTRACKING }],
  ['in $in', { title: { $in: [BACKTRACKING] } }],
  ['in $nin', { title: { $nin: [BACKTRACKING], $exists: false } }],
  ['in $all', { tags: { $all: [BACKTRACKING] } }],
  ['in $not', { title: { $not: { $not: BACKTRACKING } } }],
  ['in $elemMatch', { tags: { $elemMatch: { $in: [BACKTRACKING] } } }],
])('a pattern that would backtrack for ever, %s, is answered', async (_, condition) => {
  await cloud.post('/local/import', { events: [{ _id: 'kept', title: TEXT, tags: [TEXT] }] });
  expect(await on('getDocument', { query: { _id: 'kept', ...condition } })).toMatchObject({
    data: { list: [] },
  });
});

test('a pattern that would backtrack for ever pulls nothing', async () => {
  await cloud.post('/local/import', { events: [{ _id: 'kept', tags: [TEXT, 'aaa'] }] });
  await on('modifyDocument', { query: { _id: 'kept' }, data: { $pull: { tags: BACKTRACKING } } });
  const { data } = await on('getDocument', { query: { _id: 'kept' } });
  expect(JSON.parse((data as { list: string[] }).list[0] ?? '')).toEqual({ _id: 'kept', tags: [TEXT] });
});

test('a pattern is refused when all texts together take too much work', async () => {
  const events = Array.from({ length: 40 }, (_, i) => ({
    _id: `e${i}`,
    studioId: 's',
    title: 'a'.repeat(20_000),
  }));
  await cloud.post('/local/import', { events });
  const query = { studioId: 's', title: { $regex: '(a?){300}b' } };
  expect(await on('getDocument', { query })).toMatchObject({
    code: 'DATABASE_REQUEST_FAILED',
    message: 'the regex takes too much work for texts of this length',
  });
});

test('long lists side by side find what they hold', async () => {
  await cloud.post('/local/import', {
    events: [
      { _id: 'both', studioId: 's7', kind: 'k9' },
      { _id: 'one', studioId: 's7', kind: 'other' },
    ],
  });
  const names = (letter: string, count: number): string[] =>
    Array.from({ length: count }, (_, i) => `${letter}${i}`);
  const product = { studioId: { $in: names('s', 3000) }, kind: { $in: names('k', 100_000) } };
  expect(await on('getDocument', { query: product })).toMatchObject({
    data: { list: [expect.stringContaining('"both"')] },
  });
  const twice = {
    $and: [{ studioId: { $in: names('s', 50_000) } }, { studioId: { $in: names('s', 60_000) } }],
  };
  expect(await on('calculateDocument', { query: twice })).toMatchObject({ data: { total: 2 } });
});

test.each(['__proto__', 'system.users', '$cmd', '', ' ', 'a\u0000b', 'x'.repeat(121)])(
  'no collection is named %j, and refusals go on being refusals',
  async (collectionName) => {
    const code = { code: 'INVALID_PARAM' };
    expect(await wire(cloud, { action: 'database.addCollection', collectionName })).toMatchObject(code);
    const twice = { action: 'database.insertDocument', collectionName: 'events', data: ['{"_id":"a"}'] };
    await wire(cloud, twice);
    expect(await wire(cloud, twice)).toMatchObject({ code: 'DATABASE_REQUEST_FAILED' });
  },
);

test('a name that is JavaScript’s own is a name like any other', async () => {
  for (const collectionName of ['constructor', '花名册']) {
    expect(await wire(cloud, { action: 'database.addCollection', collectionName })).not.toHaveProperty(
      'code',
    );
    const twice = { action: 'database.insertDocument', collectionName, data: ['{"_id":"a"}'] };
    expect(await wire(cloud, twice)).toMatchObject({ data: { insertedIds: ['a'] } });
    expect(await wire(cloud, twice)).toMatchObject({ code: 'DATABASE_REQUEST_FAILED' });
  }
});

test('an openid has the length of one', async () => {
  const openid = 'o'.repeat(129);
  for (const path of ['/client/callFunction', '/client/phoneCode', '/local/consents']) {
    expect(JSON.stringify(await cloud.post(path, { openid, name: 'x', templateId: 'T1' }))).toContain(
      'an openid has at most 128 characters',
    );
  }
});
