import type { RosterEntryDocument } from '../../../typings/documents/roster-entry';
import type { RosterFileDocument, RosterJournalDocument } from '../../../typings/documents/roster-import';
import { knownPerson } from '../../../cloudfunctions/platform/store/roster-secrets';
import { aMember, anEntryOfTheRoster, entryIdOf, memberIdOf, openidOf, STUDIO } from '../../support/makers';
import { anOffice, dataOf, NOW, OTHER, village, workbook } from './office';

const HOUR = 3_600_000;
const office = anOffice();
const { load, clerk, upload, preview, look, bring, importSheet, roster } = office;
const studio = () => office.studio();
const journal = () => studio().document<RosterJournalDocument>('rosterJournal', STUDIO);
const fileOf = (fileId: string) =>
  studio().document<RosterFileDocument>('rosterFiles', /f_\w{24}/.exec(fileId)?.[0] ?? '');
const isThere = async (fileId: string, who = clerk) => {
  const body = JSON.stringify({ openid: who, fileList: [fileId] });
  const response = await fetch(`${studio().url}/client/getTempFileURL`, { method: 'POST', body });
  const { fileList } = (await response.json()) as { fileList: { status: number }[] };
  return fileList[0]?.status === 0;
};

const HEADER = ['姓名', '手机号', '网格', '入伍时间'];
const wang = anEntryOfTheRoster('wang', { name: '王样国', memberId: memberIdOf('wang'), rev: 3 });

describe('看一遍表', () => {
  test('每一行是新的、有变化、没变化，还是不对；什么也没有写', async () => {
    await load(aMember('wang'), wang);
    const found = await look(
      workbook([
        [...HEADER, '血型', '身份证号'],
        ['王样国', '138 0000 0001', '第一网格', '78年3月', 'A', '11010119500101123X'],
        ['陈样建', '', '第二网格', ''],
        ['施样军', '0512-65550898', '', ''],
        ['王 11010119500101123X', '', '', ''],
        ['李样卫', '13800000001', '', ''],
      ]),
    );
    expect(found).toEqual({
      digest: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
      counts: { fresh: 1, changed: 1, same: 0, wrong: 3 },
      ignored: [
        { column: 'E', header: '血型', why: 'unknown' },
        { column: 'F', header: '身份证号', why: 'id_number' },
      ],
      fresh: [{ row: 3, name: '陈样建' }],
      changed: [{ row: 2, name: '王样国', fields: ['phone', 'enlisted'], was: null }],
      wrong: [
        { row: 4, name: '施样军', cell: 'B4', problem: 'landline', text: '0512-65550898', other: null },
        { row: 5, name: '', cell: 'A5', problem: 'id_number', text: '', other: null },
        { row: 6, name: '李样卫', cell: 'B6', problem: 'phone_twice', text: '', other: 2 },
      ],
    });
    expect(await roster()).toEqual([wang]);
    expect(await journal()).toBeUndefined();
  });

  test.each([
    ['PDF 改名', Buffer.from('%PDF-1.7'), 'not_a_sheet'],
    ['没有姓名这一列', workbook([['电话'], ['13800000001']]), 'no_name_column'],
    [
      '一万列',
      workbook([['姓名', ...Array.from({ length: 10_000 }, (_, i) => `列${i}`)]]),
      'sheet_too_large',
    ],
    ['超过 5 MB', Buffer.concat([workbook([['姓名']]), Buffer.alloc(6 * 1024 * 1024)]), 'sheet_too_large'],
  ])('%s', async (_, file, code) => {
    expect(await preview(await upload(file))).toEqual({ ok: false, code });
  });

  test('五千行都不对：数得出来，只列一百行，答复不到 1 MB', async () => {
    const lines = [
      ['姓名', '手机号'],
      ...Array.from({ length: 5_000 }, (_, i) => [`样例${i}`, '0512-65550898']),
    ];
    const fileId = await upload(workbook(lines));
    const asked = await studio().ask<{ data: { counts: object; wrong: object[] } }>(clerk, 'roster.preview', {
      studioId: STUDIO,
      fileId,
    });
    expect(asked.result.data.counts).toEqual({ fresh: 0, changed: 0, same: 0, wrong: 5_000 });
    expect(asked.result.data.wrong).toHaveLength(100);
    expect(asked.bytesOut).toBeLessThan(100_000);
  });

  test('别人的文件、编出来的文件、别的工作室的文件，都没有找到', async () => {
    const fileId = await upload(workbook([['姓名'], ['王样国']]), openidOf('foreign'), OTHER);
    const none = { ok: false, code: 'not_found' };
    expect(await preview(fileId)).toEqual(none);
    expect(await preview(fileId.replace('local-files', 'elsewhere'), openidOf('foreign'), OTHER)).toEqual(
      none,
    );
    expect(await preview(fileId, openidOf('foreign'), OTHER)).toMatchObject({ ok: true });
    const answer = await studio().call(clerk, 'roster.upload', { studioId: STUDIO });
    const promised = fileId.replace(/roster\/.*/, dataOf(answer).path);
    expect(await preview(promised)).toEqual(none);
  });
});

describe('导入', () => {
  test('新的写进去，有变化的改过来，认了谁还是认了谁；电话住址是密封的', async () => {
    await load(aMember('wang'), wang, anEntryOfTheRoster('absent', { name: '表里没有' }));
    const file = workbook([
      ['姓名', '手机号', '网格', '入伍时间', '住址'],
      ['王样国', '13800000001', '第二网格', '1978.3', '花园村1号'],
      ['单样建', 13800000002, '', 28551, null],
      ['施样军', '座机', '', '', ''],
    ]);
    const { fileId, digest, done, total } = await importSheet(file);
    expect([done, total]).toEqual([2, 2]);
    const entries = await roster();
    expect(entries).toHaveLength(3);
    const entry = (name: string) => entries.find((one) => one.name === name) as RosterEntryDocument;
    expect(entry('王样国')).toMatchObject({
      _id: wang._id,
      memberId: memberIdOf('wang'),
      gridId: 'g2',
      enlisted: '1978-03',
      rev: 4,
    });
    expect(entry('单样建')).toMatchObject({
      v: 2,
      gridId: '',
      initials: 'syj',
      memberId: null,
      standIn: null,
      rev: 0,
    });
    expect(entry('表里没有')).toMatchObject({ rev: 0 });
    expect(knownPerson(entry('王样国'))).toMatchObject({ phone: '13800000001', address: '花园村1号' });
    expect(knownPerson(entry('单样建'))).toMatchObject({ phone: '13800000002', enlisted: '1978-03' });
    expect(JSON.stringify(entries)).not.toMatch(/1380000000|花园村1号/);

    expect(await journal()).toMatchObject({ holder: null, batch: null });
    expect(await fileOf(fileId)).toMatchObject({ finished: { total: 2 } });
    expect(await isThere(fileId)).toBe(false);
    expect(await bring(fileId, digest)).toEqual({ ok: true, data: { done: 2, total: 2, finished: true } });
    expect((await look(file)).counts).toEqual({ fresh: 0, changed: 0, same: 2, wrong: 1 });
  });

  test('看过以后换了文件，不导入', async () => {
    const fileId = await upload(workbook([['姓名'], ['王样国']]));
    const { digest } = dataOf(await preview(fileId));
    await office.put(fileId.replace(/.*\/(?=roster\/)/, ''), workbook([['姓名'], ['陈样建']]), clerk);
    expect(await bring(fileId, digest)).toEqual({ ok: false, code: 'file_changed' });
    expect(await roster()).toEqual([]);
  });

  test('导入过程里，每次调用都记在案，没有一个字的内容', async () => {
    await importSheet(workbook([['姓名'], ['王样国']]));
    const lines = await studio().call(clerk, 'members.audit', {
      studioId: STUDIO,
      action: 'roster.import',
      memberId: null,
      from: null,
    });
    expect(lines).toMatchObject({
      data: {
        lines: [
          {
            memberId: memberIdOf('clerk'),
            outcome: 'ok',
            fields: expect.arrayContaining(['phone']) as string[],
          },
        ],
      },
    });
    expect(JSON.stringify(lines)).not.toMatch(/王样国/);
  });

  test('看过没导入的文件，一天以后清掉', async () => {
    const fileId = await upload(workbook([['姓名'], ['王样国']]));
    await studio().timer('roster', 'sweep');
    expect(await isThere(fileId)).toBe(true);
    await studio().setClock(NOW + 25 * HOUR);
    expect(await studio().timer('roster', 'sweep')).toMatchObject({ data: { removed: 1 } });
    expect(await isThere(fileId)).toBe(false);
    expect(await fileOf(fileId)).toBeUndefined();
  });
});

describe('五千行', () => {
  const requests = async () =>
    (await studio().invocations()).filter((one) => one.function === 'roster').map(({ trips }) => trips);

  test('新的：往返不超过 60 次；再改一遍：不超过 120 次；再导入：没有变化', async () => {
    const people = await importSheet(workbook(village(5_000)));
    const fresh = (await requests()).slice(-people.calls).reduce((sum, trips) => sum + trips, 0);
    const again = await importSheet(workbook(village(5_000, '号后门')));
    const changed = (await requests()).slice(-again.calls).reduce((sum, trips) => sum + trips, 0);
    process.stdout.write(
      `import of 5,000: new ${fresh} trips in ${people.calls} calls, changed ${changed} in ${again.calls}\n`,
    );
    expect(people).toMatchObject({ done: 5_000, total: 5_000 });
    expect(again).toMatchObject({ done: 5_000, total: 5_000 });
    expect(fresh).toBeLessThanOrEqual(60);
    expect(changed).toBeLessThanOrEqual(120);
    const { counts } = await look(workbook(village(5_000, '号后门')));
    expect(counts).toEqual({ fresh: 0, changed: 0, same: 5_000, wrong: 0 });
  });
});

test('别的工作室的花名册不受影响', async () => {
  const foreign = anEntryOfTheRoster('foreign', { studioId: OTHER, name: '王样国' });
  await load(foreign);
  await importSheet(
    workbook([
      ['姓名', '手机号'],
      ['王样国', '13800000001'],
    ]),
  );
  expect(await studio().document('rosterEntries', entryIdOf('foreign'))).toEqual(foreign);
  expect(await roster()).toMatchObject([{ name: '王样国', studioId: STUDIO }]);
});
