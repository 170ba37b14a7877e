import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { startCloud } from '../../../../local/cloud';
import { makeFolders, startTestCloud, type TestCloud } from '../support';

const BY_READER = [
  {
    name: 'reader',
    fields: [
      ['openid', 1],
      ['n', 1],
    ],
  },
];
const COLLECTIONS = {
  inbox: { indexes: BY_READER, client: { where: { openid: '{openid}' } } },
  notices: { indexes: [{ name: 'public', fields: [['public', 1]] }], client: { where: { public: true } } },
  members: { indexes: BY_READER },
};

let cloud: TestCloud;
beforeAll(async () => {
  const { collectionsFile } = makeFolders({}, COLLECTIONS);
  cloud = await startTestCloud({}, { collectionsFile });
  await cloud.post('/local/import', {
    inbox: [
      { _id: 'a1', openid: 'alice', n: 1, at: { $date: 5 } },
      { _id: 'a2', openid: 'alice', n: 2 },
      { _id: 'b1', openid: 'bob', n: 3 },
    ],
    notices: [
      { _id: 'n1', public: true },
      { _id: 'n2', public: false },
    ],
    members: [{ _id: 'm1', openid: 'alice', n: 1 }],
  });
});
afterAll(() => cloud.end());

const watch = (collection: string, query: object): Promise<unknown> =>
  cloud.post('/client/watch', { openid: 'alice', collection, query });

test('a query that names what the rule demands sees what it asks for', async () => {
  const orderBy = [['n', 'desc']];
  expect(await watch('inbox', { where: { openid: '{openid}' }, orderBy })).toEqual({
    docs: [
      { _id: 'a2', openid: 'alice', n: 2 },
      { _id: 'a1', openid: 'alice', n: 1, at: { $date: 5 } },
    ],
  });
  expect(await watch('inbox', { where: { openid: 'alice', n: { $gt: 1 } }, limit: 1 })).toMatchObject({
    docs: [{ _id: 'a2' }],
  });
  expect(await watch('notices', { where: { public: true } })).toEqual({
    docs: [{ _id: 'n1', public: true }],
  });
});

test.each<[string, object]>([
  ['inbox', {}],
  ['inbox', { where: {} }],
  ['inbox', { where: { openid: 'bob' } }],
  ['inbox', { where: { openid: { $in: ['alice', 'bob'] } } }],
  ['inbox', { where: { $or: [{ openid: 'alice' }, { openid: 'bob' }] } }],
  ['notices', { where: { public: { $ne: 5 } } }],
  ['members', { where: { openid: '{openid}' } }],
])('%s with %j is not for this phone', async (collection, query) => {
  expect(await watch(collection, query)).toEqual({
    errCode: -502003,
    errMsg: `DATABASE_PERMISSION_DENIED: the rules of ${collection} do not allow this query`,
  });
});

test.each<[string, object, number]>([
  ['absent', {}, -502005],
  ['inbox', { where: { openid: 'alice' }, limit: 201 }, -501007],
  ['inbox', { where: { openid: 'alice' }, limit: 0 }, -501007],
  ['inbox', { where: { openid: 'alice' }, orderBy: Array(6).fill(['n', 'asc']) }, -501007],
  ['inbox', { where: { openid: 'alice' }, orderBy: [['n', 'up']] }, -501007],
  ['inbox', { where: [] }, -501007],
])('%s with %j is refused', async (collection, query, errCode) => {
  expect(await watch(collection, query)).toMatchObject({ errCode });
});

test('a listener of more than 5,000 documents is refused, one of 5,000 is not', async () => {
  const many = Array.from({ length: 4998 }, (_, i) => ({ _id: `x${i}`, openid: 'alice', n: i }));
  await cloud.post('/local/import', { inbox: many });
  const { docs } = (await watch('inbox', { where: { openid: 'alice' } })) as { docs: unknown[] };
  expect(docs).toHaveLength(5000);
  await cloud.post('/local/import', { inbox: [{ _id: 'one more', openid: 'alice', n: 9 }] });
  expect(await watch('inbox', { where: { openid: 'alice' } })).toMatchObject({ errCode: -502001 });
});

test('a rule that cannot be read stops the start', async () => {
  const folders = makeFolders({}, { inbox: { indexes: [], client: { where: { openid: ['x'] } } } });
  await expect(startCloud({ port: 0, ...folders })).rejects.toThrow('inbox.client must be like');
});

test.each([
  [{ storage: { read: 'auth != null' } }, 'the storage rule "auth != null" is not supported'],
  [{ push: [{ msgType: 'event', event: 'x' }] }, 'each of push needs function'],
  [{ templates: [{ id: 'T', title: 't', fields: 'thing1' }] }, 'the fields of T must be an array of keys'],
])('the console settings %j stop the start', async (settings, message) => {
  const folders = makeFolders({});
  writeFileSync(join(dirname(folders.collectionsFile), 'console.json'), JSON.stringify(settings));
  await expect(startCloud({ port: 0, ...folders })).rejects.toThrow(message);
});
