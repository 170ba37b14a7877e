import { Agent, request } from 'node:http';
import { connect } from 'node:net';
import { seeded } from '../../../../local/cloud/faults/random';
import { SDK_FUNCTION } from '../sdk-function';
import { startTestCloud, wire, type TestCloud } from '../support';
import { fuzzRequest, type FuzzRequest } from './requests';

const REQUESTS = 10_000;
const AT_ONCE = 16;
const REQUEST_MS = 3000;

let cloud: TestCloud;
const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
const KEPT = { events: [{ _id: 'kept', title: `${'a'.repeat(5000)}!`, n: 1 }] };
beforeAll(async () => {
  cloud = await startTestCloud({ sdk: SDK_FUNCTION }, { requestMs: REQUEST_MS, timers: false });
  await cloud.post('/local/import', { ...KEPT, members: [{ _id: 'm', openid: 'o' }] });
});
afterAll(async () => {
  agent.destroy();
  await cloud.end();
});

interface Reply {
  status: number;
  text: string;
}

function ask({ method, path, body, headers }: FuzzRequest): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const sent = request(cloud.url + path, { method, agent, headers: { ...headers } }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString('utf8') }),
      );
    });
    sent.setTimeout(10_000, () => sent.destroy(new Error('no answer within ten seconds')));
    sent.on('error', (error) =>
      reject(new Error(`${method} ${path} ${String(body).slice(0, 200)}: ${error.message}`)),
    );
    sent.end(body);
  });
}

/** Pages, files and backups. */
const NO_JSON = /^\/(_cloud|storage\/|local\/backup)/;

/** What is wrong with an answer: each is JSON, nothing is a crash inside. */
function fault(asked: FuzzRequest, { status, text }: Reply): string | undefined {
  const about = `${asked.method} ${asked.path} ${String(asked.body).slice(0, 300)} → ${status} ${text.slice(0, 300)}`;
  if (status >= 500 || /Maximum call stack|is not a function|Cannot read prop|undefined \(reading/.test(text))
    return about;
  if (/"code":"SYS_ERR"/.test(text) && !text.includes('on demand') && !text.includes('"requests":'))
    return about;
  if (asked.method === 'HEAD' || NO_JSON.test(asked.path)) return undefined;
  if (asked.path.startsWith('/admin') && asked.headers !== undefined) return undefined;
  try {
    JSON.parse(text);
    return undefined;
  } catch {
    return about;
  }
}

test('ten thousand requests that no client sends: an answer each, and the cloud answers right afterwards', async () => {
  const slow = Promise.all([...Array(10).keys()].map((n) => slowSender(n % 2 === 0)));
  const random = seeded(20_260_000);
  const asked = Array.from({ length: REQUESTS }, () => fuzzRequest(random));
  for (let n = 0; n < 5; n++) {
    asked[n * 1000] = { method: 'POST', path: '/admin', body: `"${'x'.repeat(10 * 1024 * 1024)}"` };
  }
  const wrong: string[] = [];
  const queue = asked.entries();
  const worker = async (): Promise<void> => {
    for (const [, one] of queue) {
      const found = fault(one, await ask(one));
      if (found !== undefined) wrong.push(found);
      if (one.path.startsWith('/local/faults')) await ask({ method: 'DELETE', path: '/local/faults' });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  expect(wrong.slice(0, 5)).toEqual([]);
  expect(await slow).toEqual(Array.from({ length: 10 }, () => 'HTTP/1.1 408 Request Timeout'));
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();

  await cloud.post('/local/reset', {});
  await cloud.post('/local/import', KEPT);
  const query = JSON.stringify({ _id: 'after' });
  const insert = {
    action: 'database.insertDocument',
    collectionName: 'events',
    data: ['{"_id":"after","n":7}'],
  };
  expect(await wire(cloud, insert)).toMatchObject({ data: { insertedIds: ['after'] } });
  const get = { action: 'database.getDocument', collectionName: 'events', query };
  expect(await wire(cloud, get)).toMatchObject({ data: { list: ['{"_id":"after","n":7}'] } });
  const script = `({ db }) => [Object.prototype.polluted ?? null, 'alive']`;
  expect((await cloud.call('alice', 'sdk', { sdk: 'wx', script })).result).toEqual({ ok: [null, 'alive'] });
}, 120_000);

/** Sends its head, or its body, so slowly that it would never end; answers the status line it gets. */
function slowSender(inHead: boolean): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(cloud.url).port), '127.0.0.1');
    const head = 'POST /admin HTTP/1.1\r\nhost: 127.0.0.1\r\n';
    socket.write(inHead ? head : `${head}content-length: 1000\r\n\r\n`);
    const drip = setInterval(() => socket.write('x'), 200);
    let said = '';
    socket.on('data', (chunk: Buffer) => (said += chunk.toString()));
    socket.on('error', reject);
    socket.on('close', () => {
      clearInterval(drip);
      resolve(said.split('\r\n')[0] ?? '');
    });
  });
}

test.each([
  ['{"a":'.repeat(10_000), 'nested more than 120 levels'],
  [
    JSON.stringify({ action: 'database.getDocument', query: '['.repeat(10_000) }),
    'collectionName is missing',
  ],
])('a body nested ten thousand levels deep is refused in words', async (body, words) => {
  expect((await ask({ method: 'POST', path: '/admin?env=local-huayuan', body })).text).toContain(words);
});

test('a query nested ten thousand levels deep is refused in words', async () => {
  const query = '{"a":'.repeat(10_000) + '1' + '}'.repeat(10_000);
  expect(
    await wire(cloud, { action: 'database.getDocument', collectionName: 'events', query }),
  ).toMatchObject({
    code: 'INVALID_PARAM',
    message: 'the request is nested more than 120 levels deep',
  });
});

test('the records keep no long strings', async () => {
  await wire(cloud, { action: 'y'.repeat(100_000), collectionName: 'z'.repeat(100_000) });
  const { requests } = (await cloud.get('/local/requests')) as {
    requests: { action: string; collection: string }[];
  };
  const last = requests.at(-1);
  expect(last?.action.length).toBeLessThan(250);
  expect(last?.collection.length).toBeLessThan(250);
});

test('nor does the record of an open interface', async () => {
  const fields = Object.entries({ action: 'wx.openApi', apiName: 'z'.repeat(100_000), requestData: '' });
  const parts = fields.map(
    ([name, value]) => `--x\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  const headers = { 'content-type': 'multipart/form-data; boundary=x' };
  const { text } = await ask({ method: 'POST', path: '/admin', body: `${parts.join('')}--x--`, headers });
  expect(text.length).toBeLessThan(500);
  const { requests } = (await cloud.get('/local/requests')) as { requests: { action: string }[] };
  expect(requests.at(-1)?.action.length).toBeLessThan(250);
});
