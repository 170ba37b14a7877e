import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { init } from '@cloudbase/node-sdk';
import { Catalog } from '../../../local/cloud/store/catalog';
import { Commits } from '../../../local/cloud/store/commits';
import { closeSqlite, openSqlite } from '../../../local/cloud/store/sqlite';
import { Transactions } from '../../../local/cloud/transactions/transactions';
import { startTestCloud, wire, type TestCloud } from './support';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud({}, { transactionLifeMs: 400 });
});
afterAll(() => cloud.end());
beforeEach(async () => {
  await cloud.post('/local/reset', {});
  await cloud.post('/local/import', { events: [{ _id: 'a', n: 1 }], members: [{ _id: 'm', openid: 'o' }] });
});

function openTransactions() {
  const dir = mkdtempSync(join(tmpdir(), 'transactions-'));
  const sqlite = openSqlite(dir);
  const catalog = new Catalog(sqlite, new Map());
  const end = () => {
    closeSqlite(sqlite);
    rmSync(dir, { recursive: true });
  };
  return { transactions: new Transactions(catalog, new Commits(sqlite, catalog)), end };
}

/** What these tests use of the SDK, whose own types end in `any`. */
interface Doc {
  get(): Promise<{ data: unknown }>;
  update(data: object): Promise<unknown>;
}
interface Collection {
  get(): Promise<{ data: unknown[] }>;
  add(data: object): Promise<unknown>;
  doc(id: string): Doc;
  where(query: object): { updateAndReturn(data: object): Promise<{ doc: unknown }> };
}
interface Transaction {
  collection(name: string): Collection;
  commit(): Promise<unknown>;
  rollback(): Promise<unknown>;
}
interface Database {
  collection(name: string): Collection;
  startTransaction(): Promise<Transaction>;
  runTransaction(work: (transaction: Transaction) => Promise<unknown>): Promise<unknown>;
  command: { inc(by: number): unknown };
}

function database(): Database {
  const keys = { secretId: 'local', secretKey: 'local', env: cloud.envId };
  return init({ ...keys, serviceUrl: cloud.adminUrl }).database() as unknown as Database;
}

const stored = async (collection: string): Promise<unknown[]> =>
  (await database().collection(collection).get()).data;

test('a transaction that outlives its time does not exist, and what it held is free', async () => {
  const transaction = await database().startTransaction();
  await transaction.collection('events').doc('a').update({ n: 2 });
  // Waits for the document that the transaction holds, as a write in MongoDB does.
  await database().collection('events').doc('a').update({ m: 3 });
  await expect(transaction.commit()).rejects.toMatchObject({
    code: 'DATABASE_TRANSACTION_FAIL',
    message: expect.stringContaining('must be commit or abort in 30 seconds') as string,
  });
  expect(await stored('events')).toEqual([{ _id: 'a', n: 1, m: 3 }]);
});

test('a transaction lives for the platform’s 30 seconds', () => {
  jest.useFakeTimers();
  const { transactions, end } = openTransactions();
  const id = transactions.start();
  jest.advanceTimersByTime(29_999);
  expect(transactions.get(id).id).toBe(id);
  jest.advanceTimersByTime(1);
  expect(() => transactions.get(id)).toThrow('must be commit or abort in 30 seconds');
  jest.useRealTimers();
  end();
});

test('a write outside waits until the transaction that holds the document has decided', async () => {
  const transaction = await database().startTransaction();
  await transaction.collection('events').doc('a').update({ n: 5 });
  const waiting = database()
    .collection('events')
    .where({ _id: 'a' })
    .updateAndReturn({ n: database().command.inc(1) });
  await transaction.commit();
  expect((await waiting).doc).toEqual({ _id: 'a', n: 6 });
});

test('a transaction ends with its commit, with its rollback and with any refusal', async () => {
  const gone = { code: 'DATABASE_TRANSACTION_FAIL' };
  const committed = await database().startTransaction();
  await committed.commit();
  await expect(committed.commit()).rejects.toMatchObject(gone);
  const undone = await database().startTransaction();
  await undone.rollback();
  await expect(undone.rollback()).rejects.toMatchObject(gone);
  const refused = await database().startTransaction();
  await refused.collection('events').doc('a').update({ n: 7 });
  await expect(refused.collection('members').add({ openid: 'o' })).rejects.toMatchObject({
    code: 'DATABASE_REQUEST_FAILED',
    message: expect.stringContaining('E11000') as string,
  });
  await expect(refused.commit()).rejects.toMatchObject(gone);
  expect(await stored('events')).toEqual([{ _id: 'a', n: 1 }]);
});

test('a unique value may move from one document to another inside one transaction', async () => {
  await database().runTransaction(async (transaction) => {
    const members = transaction.collection('members');
    await members.doc('m').update({ openid: 'other' });
    await members.add({ _id: 'new', openid: 'o' });
  });
  expect(await stored('members')).toEqual([
    { _id: 'm', openid: 'other' },
    { _id: 'new', openid: 'o' },
  ]);
});

test('an update that is refused leaves no trace in what other transactions see', async () => {
  const transaction = await database().startTransaction();
  const doc = transaction.collection('events').doc('a');
  await doc.get();
  const inc = database().command.inc(1);
  await expect(database().collection('events').doc('a').update({ n: 2, 'n.x': inc })).rejects.toBeDefined();
  await doc.update({ n: 3 });
  await transaction.commit();
  expect(await stored('events')).toEqual([{ _id: 'a', n: 3 }]);
});

test('inside a transaction only single documents are reached, by their id', async () => {
  const begin = async () => (await wire(cloud, { action: 'database.startTransaction' }))['transactionId'];
  const query = JSON.stringify({ n: 1 });
  for (const action of ['database.getDocument', 'database.removeDocument', 'database.calculateDocument']) {
    const transactionId = await begin();
    expect(await wire(cloud, { action, transactionId, collectionName: 'events', query })).toMatchObject({
      code: 'INVALID_PARAM',
      message: expect.stringContaining('a transaction reaches single documents by their _id') as string,
    });
  }
});
