import { knownPerson } from '../../../cloudfunctions/platform/store/roster-secrets';
import type { RosterErasedDocument, RosterJournalDocument } from '../../../typings/documents/roster-import';
import type { RosterEntryDocument } from '../../../typings/documents/roster-entry';
import { aMember, anEntryOfTheRoster, entryIdOf, memberIdOf, openidOf, STUDIO } from '../../support/makers';
import { documentsOf } from '../../support/studio';
import { anOffice, dataOf, NOW, village, workbook } from './office';

const office = anOffice();
const { load, clerk, upload, preview, bring, finish, importSheet, fault, noFaults } = office;
const studio = () => office.studio();
const journal = () => studio().document<RosterJournalDocument>('rosterJournal', STUDIO);
const everybody = async () => {
  const found: RosterEntryDocument[] = [];
  for (const gridId of ['g1', 'g2', ''])
    found.push(
      ...(await documentsOf<RosterEntryDocument>(`${studio().url}/admin`, 'rosterEntries', {
        studioId: STUDIO,
        gridId,
      })),
    );
  return found;
};

/** Two batches and a bit. */
const MANY = 900;
const TIED = 30;
const nameOf = (index: number) => `样例${index}`;
/** The first thirty stand in the roster already, each with their account; their entries have no phone yet. */
const tied = Array.from({ length: TIED }, (_, index) =>
  anEntryOfTheRoster(`tied${index}`, {
    name: nameOf(index),
    gridId: index % 2 ? 'g1' : 'g2',
    memberId: memberIdOf(`tied${index}`),
    rev: index % 3,
  }),
);
const members = Array.from({ length: TIED }, (_, index) => aMember(`tied${index}`));
const file = workbook(village(MANY));

/** Every row stands there once, as the sheet has it, and every tie is as it was. */
async function isWhole(rows = MANY) {
  const entries = await everybody();
  expect(entries).toHaveLength(rows);
  expect(new Set(entries.map(({ name }) => name)).size).toBe(rows);
  for (const entry of entries) {
    const index = Number(entry.name.slice(2));
    expect(knownPerson(entry)).toMatchObject({
      phone: `138${String(index).padStart(8, '0')}`,
      address: `花园村东一弄${index}号`,
      discharged: '1982-11',
    });
    const before = tied[index];
    if (before)
      expect(entry).toMatchObject({ _id: before._id, memberId: before.memberId, rev: before.rev + 1 });
    else expect(entry).toMatchObject({ memberId: null, rev: 0 });
  }
  expect(await journal()).toMatchObject({ batch: null, holder: null });
}

const KINDS = ['error', 'lost'];
const WRITES = ['insertDocument', 'modifyDocument', 'removeDocument'];
const CASES = KINDS.flatMap((kind) =>
  WRITES.flatMap((action) => [1, 2, 3].map((seed) => [kind, action, seed] as const)),
);

describe('导入半路断了，再点一次就写完', () => {
  test.each(CASES)('%s：%s（%i）', async (kind, action, seed) => {
    await load(...members, ...tied);
    const fileId = await upload(file);
    const { digest } = dataOf(await preview(fileId));
    await fault({ kind, action: `database.${action}`, probability: 0.35, seed, next: 1 });
    await bring(fileId, digest);
    await noFaults();
    await finish(fileId, digest);
    await isWhole();
  });

  test('再也没有人点：定时清扫把断在半路的一批写完，谁也没有丢', async () => {
    await load(...members, ...tied);
    const fileId = await upload(file);
    const { digest } = dataOf(await preview(fileId));
    await fault({ kind: 'lost', action: 'database.removeDocument', next: 1 });
    expect(await bring(fileId, digest)).toEqual({ ok: false, code: 'unavailable' });
    expect(await everybody()).toHaveLength(0);
    expect((await journal())?.batch?.entries).toHaveLength(400);
    const look = dataOf(await preview(fileId));
    expect(look.counts).toEqual({ fresh: MANY - 400, changed: 0, same: 400, wrong: 0 });

    await studio().timer('roster', 'sweep');
    expect(await everybody()).toHaveLength(0);
    await studio().setClock(NOW + 61_000);
    expect(await studio().timer('roster', 'sweep')).toMatchObject({ data: { completed: 1 } });
    expect((await everybody()).filter(({ memberId }) => memberId !== null)).toHaveLength(TIED);
    expect(await journal()).toMatchObject({ batch: null });
    await finish(fileId, digest);
    await isWhole();
  });

  test('慢得一次写不完，分几次写', async () => {
    await load(...members, ...tied);
    await importSheet(workbook([['姓名']]));
    const fileId = await upload(file);
    const { digest } = dataOf(await preview(fileId));
    await fault({ kind: 'latency', action: 'database.insertDocument', ms: 8_100, next: 1 });
    expect(await bring(fileId, digest)).toEqual({
      ok: true,
      data: { done: 400, total: MANY, finished: false },
    });
    expect(await bring(fileId, digest)).toEqual({
      ok: true,
      data: { done: MANY, total: MANY, finished: true },
    });
    await isWhole();
  });
});

describe('同时来', () => {
  test('同一份文件点了两次', async () => {
    await load(...members, ...tied);
    const fileId = await upload(file);
    const { digest } = dataOf(await preview(fileId));
    await Promise.all([finish(fileId, digest), finish(fileId, digest)]);
    await isWhole();
  });

  test('两个人导入两份不一样的：一份先写完，另一份请他等一等', async () => {
    const deputy = openidOf('deputy');
    const [one, other] = [await upload(file), await upload(workbook(village(MANY, '号后门')), deputy)];
    const [first, second] = [dataOf(await preview(one)), dataOf(await preview(other, deputy))];
    const answers = await Promise.all([bring(one, first.digest), bring(other, second.digest, deputy)]);
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    expect(answers.filter((answer) => !answer.ok)).toEqual([{ ok: false, code: 'busy' }]);
    await finish(one, first.digest);
    await finish(other, second.digest, deputy);
    expect(await everybody()).toHaveLength(MANY);
    expect(await journal()).toMatchObject({ batch: null, holder: null });
  });

  test('正在换的人同时被认出来：说认好了的，一个也没有丢', async () => {
    const asked = Array.from({ length: TIED }, (_, index) => {
      const person = {
        memberId: memberIdOf(`tied${index}`),
        name: nameOf(index),
        by: 'name' as const,
        at: NOW,
      };
      return anEntryOfTheRoster(`tied${index}`, {
        name: nameOf(index),
        gridId: index % 2 ? 'g1' : 'g2',
        asking: [person],
      });
    });
    await load(...members, ...asked);
    const fileId = await upload(file);
    const { digest } = dataOf(await preview(fileId));
    await fault({ kind: 'latency', action: 'database.*', ms: 15 });
    const importing = finish(fileId, digest);
    const confirm = (index: number) =>
      studio().call(clerk, 'members.confirm', {
        studioId: STUDIO,
        entryId: entryIdOf(`tied${index}`),
        memberId: memberIdOf(`tied${index}`),
        same: true,
      });
    const told: boolean[] = [];
    for (let index = 0; index < TIED; index += 6) {
      const part = await Promise.all([0, 1, 2, 3, 4, 5].map((offset) => confirm(index + offset)));
      told.push(...part.map((answer) => answer.ok));
    }
    await importing;
    await noFaults();
    const entries = await everybody();
    expect(entries).toHaveLength(MANY);
    for (const [index, ok] of told.entries()) {
      const entry = entries.find(({ _id }) => _id === entryIdOf(`tied${index}`));
      if (ok) expect(entry).toMatchObject({ memberId: memberIdOf(`tied${index}`), asking: [], waiting: 0 });
      expect(entry && knownPerson(entry).phone).toBe(`138${String(index).padStart(8, '0')}`);
    }
    expect(told.filter(Boolean).length).toBeGreaterThan(0);
  });

  test('正在换的人同时退出：花名册上不留没有人的认定', async () => {
    await load(...members, ...tied);
    await fault({ kind: 'latency', action: 'database.*', ms: 10 });
    const importing = importSheet(file);
    for (let index = 0; index < TIED; index += 5) {
      await Promise.all(
        [0, 1, 2, 3, 4].map((offset) =>
          studio().call(openidOf(`tied${index + offset}`), 'members.quit', { studioId: STUDIO }),
        ),
      );
    }
    await importing;
    await noFaults();
    expect((await everybody()).filter(({ memberId }) => memberId !== null)).toEqual([]);
  });

  test('正在换的人同时要求删除：不再回来', async () => {
    await load(...members, ...tied);
    const fileId = await upload(file);
    const { digest } = dataOf(await preview(fileId));
    await fault({ kind: 'latency', action: 'database.*', ms: 10 });
    const importing = finish(fileId, digest);
    const gone: number[] = [];
    for (let index = 0; index < TIED; index++) {
      const answer = await studio().call(clerk, 'roster.erase', {
        studioId: STUDIO,
        entryId: entryIdOf(`tied${index}`),
      });
      if (answer.ok) gone.push(index);
    }
    await importing;
    await noFaults();
    const names = new Set((await everybody()).map(({ name }) => name));
    expect(gone.length).toBeGreaterThan(0);
    expect(gone.filter((index) => names.has(nameOf(index)))).toEqual([]);
    expect(names.size).toBe(MANY - gone.length);
    const erased = await documentsOf<RosterErasedDocument>(`${studio().url}/admin`, 'rosterErased', {
      studioId: STUDIO,
    });
    expect(erased.length).toBeGreaterThanOrEqual(gone.length);
    expect(JSON.stringify(erased)).not.toMatch(/样例|138/);
  });
});
