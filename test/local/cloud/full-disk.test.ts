import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseQuery } from '../../../local/cloud/query/parse';
import { Catalog } from '../../../local/cloud/store/catalog';
import { Commits } from '../../../local/cloud/store/commits';
import { closeSqlite, openSqlite } from '../../../local/cloud/store/sqlite';

test('a disk that is full refuses writes, loses none that was acknowledged, and is of use again with room', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'full-disk-'));
  const sqlite = openSqlite(dir);
  const catalog = new Catalog(sqlite, new Map([['events', []]]));
  const commits = new Commits(sqlite, catalog);
  const events = catalog.get('events');
  const text = 'x'.repeat(20_000);
  const insert = (_id: number): Promise<void> => commits.write(() => events.insert({ _id, text }));
  const room = (pages: number): unknown => sqlite.pragma(`max_page_count = ${pages}`);
  const acknowledged: number[] = [];

  await insert(0);
  acknowledged.push(0);
  const [{ page_count: used = 0 } = {}] = sqlite.pragma('page_count') as { page_count?: number }[];
  room(used + 40);
  const outcomes = await Promise.allSettled(Array.from({ length: 30 }, (_, i) => insert(i + 1)));
  outcomes.forEach(({ status }, i) => status === 'fulfilled' && acknowledged.push(i + 1));
  expect(outcomes.filter(({ status }) => status === 'rejected').length).toBeGreaterThan(0);

  room(1_000_000);
  await insert(100);
  acknowledged.push(100);
  const trace = { index: '', examined: 0, returned: 0 };
  const stored = await commits.read(() => events.find(parseQuery({}), trace).map(({ doc }) => doc['_id']));
  expect(stored).toEqual(expect.arrayContaining(acknowledged));
  closeSqlite(sqlite);
  rmSync(dir, { recursive: true });
});
