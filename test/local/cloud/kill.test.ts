import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawnCloud } from '../../support/gateway';
import { brokenEntries, databaseOf, everyMember } from '../../support/kill/database';
import { killRounds } from '../../support/kill/rounds';

test('kill -9 twenty times amid mixed writes: nothing acknowledged lost, nothing half, no index broken', async () => {
  const verdict = await killRounds(20, 2026);
  expect(verdict).toMatchObject({ rounds: 20, lost: [], half: [], broken: [] });
  expect(verdict.acknowledged).toBeGreaterThan(200);
}, 120_000);

const TEARS: [string, (wal: string) => void][] = [
  ['cut short by a few bytes', (wal) => truncateSync(wal, statSync(wal).size - 100)],
  ['cut in the middle of a page', (wal) => truncateSync(wal, statSync(wal).size - 2100)],
  ['garbled', (wal) => garble(wal, 24)],
  ['followed by noise', (wal) => writeFileSync(wal, Buffer.alloc(5000, 0xa5), { flag: 'a' })],
];

function garble(wal: string, bytes: number): void {
  const content = readFileSync(wal);
  for (let at = content.length - bytes; at < content.length; at++) content[at] = (content[at] ?? 0) ^ 0xff;
  writeFileSync(wal, content);
}

test.each(TEARS)('a log whose last write is %s opens clean', async (_, tear) => {
  const dataDir = mkdtempSync(join(tmpdir(), 'torn-'));
  const functionsDir = join(dataDir, 'functions');
  mkdirSync(functionsDir);
  const first = await spawnCloud(dataDir, functionsDir, 0);
  const before = databaseOf(first.url);
  for (let n = 0; n < 10; n++) {
    await before.collection('members').add({ _id: `m${n}`, openid: `o${n}`, a: n, b: n });
  }
  await first.end('SIGKILL');
  tear(join(dataDir, 'cloud.db-wal'));

  const second = await spawnCloud(dataDir, functionsDir, 0);
  const after = databaseOf(second.url);
  const stored = await everyMember(after);
  const all = Array.from({ length: 10 }, (_, n) => [`m${n}`, { _id: `m${n}`, openid: `o${n}`, a: n, b: n }]);
  expect([all, all.slice(0, -1)]).toContainEqual([...stored]);
  expect(await brokenEntries(after, stored)).toEqual([]);
  await after.collection('members').add({ _id: 'next', openid: 'next' });
  await second.end('SIGTERM');
  expect(execFileSync('ls', [dataDir]).toString()).not.toContain('cloud.db-wal');
});
