import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { placeOf, seal, unseal } from '../../../cloudfunctions/platform/secrets';
import { backup } from '../../../local/cloud/backup/backup';
import { SAMPLE_ENVIRONMENT } from '../../../local/sample/keys';
import type { MemberDocument } from '../../../typings/documents/member';
import type { RosterEntryDocument } from '../../../typings/documents/roster-entry';
import { aMember, anEntryOfTheRoster } from '../../support/makers';
import { stored } from '../../support/stored';
import { documentsOf, type RunningStudio, startStudio } from '../../support/studio';

const NOW = Date.parse('2026-11-23T10:00:00Z');
const NEW_KEY = createHash('sha256').update('new').digest('base64url');
const { DATA_KEYS: OLD, LOOKUP_KEY } = SAMPLE_ENVIRONMENT;
const NEW = `next:${NEW_KEY}`;
const dataDir = mkdtempSync(join(tmpdir(), 'rotate-'));
const PEOPLE = 230;

const phoneOf = (n: number) => `1390000${String(n).padStart(4, '0')}`;
const withKeys = <T>(dataKeys: string, work: () => T): T => {
  Object.assign(process.env, { DATA_KEYS: dataKeys, LOOKUP_KEY });
  return work();
};

let studio: RunningStudio;
beforeAll(async () => {
  studio = await startStudio({ now: NOW, dataDir });
});
afterAll(() => studio.close());
beforeEach(async () => {
  await studio.reset();
  await studio.load(
    withKeys(OLD, () => [
      ...stored(
        ...Array.from({ length: PEOPLE }, (_, n) => {
          const member = aMember(`p${n}`);
          return { ...member, phone: seal(phoneOf(n), placeOf('members', member._id, 'phone')) };
        }),
        aMember('nophone'),
      ),
      ...stored(
        ...['a', 'b'].map((label) => {
          const entry = anEntryOfTheRoster(label);
          return { ...entry, phone: seal(phoneOf(9000), placeOf('rosterEntries', entry._id, 'phone')) };
        }),
      ),
    ]),
  );
});

/** The command as a person runs it. */
async function rotate(dataKeys: string): Promise<{ code: number | null; said: string }> {
  const command = [
    '--import',
    'tsx',
    'cloudfunctions/platform/commands/rotate-keys.ts',
    '--local',
    studio.url,
  ];
  const env = { ...process.env, DATA_KEYS: dataKeys, LOOKUP_KEY };
  const child = spawn(process.execPath, command, { env });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
  }
  const code = await new Promise<number | null>((done) => child.once('exit', done));
  return { code, said };
}

const members = () => documentsOf<MemberDocument>(`${studio.url}/admin`, 'members', {});
const entries = () => documentsOf<RosterEntryDocument>(`${studio.url}/admin`, 'rosterEntries', {});
const keysIn = async () => new Set([...(await members()), ...(await entries())].map(({ phone }) => phone?.k));

test('换了钥匙：每个号码都在新钥匙下面，旧钥匙拿走了也读得出', async () => {
  const { code, said } = await rotate(`${NEW},${OLD}`);
  expect(said).toBe(
    `members: ${PEOPLE} sealed, ${PEOPLE} anew, 0 left\nrosterEntries: 2 sealed, 2 anew, 0 left\nevery sealed text is under the current key\n`,
  );
  expect(code).toBe(0);
  expect(await keysIn()).toEqual(new Set(['next', undefined]));
  const phones = await members();
  withKeys(NEW, () => {
    for (const { _id, phone, name } of phones) {
      if (phone) expect(unseal(phone, placeOf('members', _id, 'phone'))).toBe(phoneOf(Number(name.slice(3))));
    }
  });
});

test('再换一次什么也不动', async () => {
  await rotate(`${NEW},${OLD}`);
  const before = await members();
  expect(await rotate(`${NEW},${OLD}`)).toMatchObject({
    code: 0,
    said: expect.stringContaining(`members: ${PEOPLE} sealed, 0 anew, 0 left`) as string,
  });
  expect(await members()).toEqual(before);
});

test('换到一半断了：接着换就换完', async () => {
  const faults = (body: object) =>
    fetch(`${studio.url}/local/faults`, { method: 'POST', body: JSON.stringify(body) });
  await faults({ kind: 'error', action: 'database.modifyAndReturnDoc', probability: 0.01, seed: 3, next: 1 });
  const broken = await rotate(`${NEW},${OLD}`);
  expect(broken).toMatchObject({ code: 1, said: expect.stringContaining('a fault on demand') as string });
  expect(await keysIn()).toEqual(new Set(['next', 'sample', undefined]));
  expect(await rotate(`${NEW},${OLD}`)).toMatchObject({ code: 0 });
  expect(await keysIn()).toEqual(new Set(['next', undefined]));
});

test('没有旧钥匙就换不了，一个号码也不坏', async () => {
  const before = await members();
  expect(await rotate(NEW)).toEqual({ code: 1, said: 'the data key sample is not in DATA_KEYS\n' });
  expect(await members()).toEqual(before);
});

test('没有钥匙的备份里，一个号码也看不到', async () => {
  const file = join(dataDir, '..', `${Date.now()}-rotate.ndjson`);
  await backup(dataDir, file);
  const text = readFileSync(file, 'utf8');
  expect(text).toContain('"phone":{"k":"sample"');
  expect(
    Array.from({ length: PEOPLE }, (_, n) => phoneOf(n)).filter((phone) => text.includes(phone)),
  ).toEqual([]);
  expect(text).not.toContain(OLD.split(':')[1]);
});
