import { request } from 'node:http';
import { startCloud } from '../../../local/cloud';
import { makeFolders, startTestCloud, wire, type TestCloud } from './support';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud({}, { fallback: (_, response) => response.end('the phone') });
});
afterAll(() => cloud.end());

async function admin(body: string): Promise<unknown> {
  const response = await fetch(`${cloud.adminUrl}?env=${cloud.envId}`, { method: 'POST', body });
  expect(response.status).toBe(200);
  return response.json();
}

function withHost(host: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const sent = request(`${cloud.url}/local/clock`, { headers: { host } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    sent.on('error', reject);
    sent.end();
  });
}

test.each([
  ['{', 'the body is not valid JSON'],
  ['[]', 'the body must be a JSON object'],
  ['', 'the body is not valid JSON'],
  ['null', 'the body must be a JSON object'],
])('the body %j is answered with an error', async (body, message) => {
  expect(await admin(body)).toMatchObject({ code: 'INVALID_PARAM', message });
});

test.each<[object, string, string]>([
  [{ action: 'database.whatever' }, 'INVALID_PARAM', 'the action database.whatever is not supported'],
  [{ action: 'database.getDocument' }, 'INVALID_PARAM', 'collectionName is missing'],
  [
    { action: 'database.getDocument', collectionName: 'events', query: '{' },
    'INVALID_PARAM',
    'a parameter is not valid JSON',
  ],
  [
    { action: 'database.getDocument', collectionName: 'events', query: 5 },
    'INVALID_PARAM',
    'query must be a string of extended JSON',
  ],
  [
    { action: 'database.getDocument', collectionName: 'events', limit: -1 },
    'INVALID_PARAM',
    'limit must be a whole number',
  ],
  [
    { action: 'database.getDocument', collectionName: 'events', transactionId: 't' },
    'DATABASE_TRANSACTION_FAIL',
    expect.stringContaining('[ResourceUnavailable.TransactionNotExist]') as string,
  ],
  [
    { action: 'database.insertDocument', collectionName: 'events', data: ['{"$a":1}'] },
    'INVALID_PARAM',
    "the field name '$a' cannot begin with $",
  ],
  [
    { action: 'database.insertDocument', collectionName: 'events', data: ['{"__proto__":{"x":1}}'] },
    'INVALID_PARAM',
    'a field cannot be named __proto__',
  ],
  [
    { action: 'database.insertDocument', collectionName: 'events', data: ['{"_id":[1]}'] },
    'INVALID_PARAM',
    "the '_id' value cannot be an array or a regex",
  ],
  [
    { action: 'database.getDocument', collectionName: 'events', envName: 'production-1' },
    'INVALID_ENV',
    'this cloud serves the environment local-huayuan, not production-1',
  ],
])('%j is refused', async (body, code, message) => {
  expect(await wire(cloud, body)).toMatchObject({ code, message });
});

test('a body of more than 10 MB is refused and the cloud goes on', async () => {
  expect(await admin('x'.repeat(10 * 1024 * 1024 + 1))).toMatchObject({
    code: 'INVALID_PARAM',
    message: expect.stringContaining('the body has more than') as string,
  });
  expect(await wire(cloud, { action: 'database.calculateDocument', collectionName: 'events' })).toMatchObject(
    { data: { total: 0 } },
  );
});

test.each([
  ['127.0.0.1:80', 200],
  ['localhost', 200],
  ['[::1]:9', 200],
  ['evil.example', 403],
  ['127.0.0.1.evil.example', 403],
])('asked as %s it answers %i', async (host, status) => {
  expect(await withHost(host)).toBe(status);
});

test('other paths are the phone’s', async () => {
  expect(await (await fetch(`${cloud.url}/anything`)).text()).toBe('the phone');
});

test('people are served when the data folder names some', async () => {
  expect((await fetch(`${cloud.url}/local/people`)).status).toBe(404);
});

test('an environment that is not local is refused', async () => {
  await expect(startCloud({ port: 0, ...makeFolders({}), envId: 'production-1' })).rejects.toThrow(
    'must begin with local-',
  );
});

test('an import is taken whole or not at all', async () => {
  const lines = [
    { collection: 'members', doc: { _id: 'a', openid: 'x' } },
    { collection: 'members', doc: { _id: 'b', openid: 'x' } },
  ];
  const send = async (all: object[]): Promise<unknown> =>
    (
      await fetch(`${cloud.url}/local/import`, {
        method: 'POST',
        body: all.map((line) => JSON.stringify(line)).join('\n'),
      })
    ).json();
  expect(await send(lines)).toMatchObject({ code: 'DATABASE_REQUEST_FAILED' });
  expect(
    await wire(cloud, { action: 'database.calculateDocument', collectionName: 'members' }),
  ).toMatchObject({ data: { total: 0 } });
  expect(await send(lines.slice(1))).toEqual({ imported: 1 });
  expect(await send([])).toEqual({ imported: 0 });
  expect(await cloud.post('/local/import', { members: [{ _id: 'c', at: { $date: 1 } }] })).toEqual({
    imported: 1,
  });
  await cloud.post('/local/reset', {});
  expect(
    await wire(cloud, { action: 'database.calculateDocument', collectionName: 'members' }),
  ).toMatchObject({ data: { total: 0 } });
});

describe('a web page of another origin', () => {
  const post = (path: string, headers: Record<string, string>) =>
    fetch(cloud.url + path, { method: 'POST', body: '{}', headers });

  test.each([
    ['/local/reset', { origin: 'https://evil.example' }],
    ['/local/import', { origin: 'null' }],
    ['/client/callFunction', { origin: 'http://127.0.0.1:1' }],
    ['/admin', { 'sec-fetch-site': 'cross-site' }],
    ['/local/clock', { 'sec-fetch-site': 'same-site' }],
  ])('is refused at %s with %j', async (path, headers) => {
    expect((await post(path, headers)).status).toBe(403);
  });

  test('the phone itself, of this origin, is answered', async () => {
    const { status } = await post('/local/reset', { origin: cloud.url, 'sec-fetch-site': 'same-origin' });
    expect(status).toBe(200);
  });

  test('a picture that is no picture resets nothing', async () => {
    expect((await fetch(`${cloud.url}/local/reset`)).status).toBe(400);
  });
});
