import { lookUpKey } from '../../../cloudfunctions/platform/secrets';
import { knownPerson, sealedContact } from '../../../cloudfunctions/platform/store/roster-secrets';
import { readSheet } from '../../../cloudfunctions/roster/sheet/read';
import type { Request } from '../../../typings/contract';
import type { RosterErasedDocument, RosterFileDocument } from '../../../typings/documents/roster-import';
import type { RosterEntryDocument } from '../../../typings/documents/roster-entry';
import type { MemberDocument } from '../../../typings/documents/member';
import {
  aMember,
  anEntryOfTheRoster,
  askingOf,
  entryIdOf,
  memberIdOf,
  openidOf,
  requestIdOf,
  STUDIO,
} from '../../support/makers';
import { documentsOf } from '../../support/studio';
import { anOffice, dataOf, NOW, OTHER, village, workbook } from './office';

const HOUR = 3_600_000;
const office = anOffice();
const { load, clerk, look, importSheet, roster } = office;
const studio = () => office.studio();
const entry = (label: string) => studio().document<RosterEntryDocument>('rosterEntries', entryIdOf(label));

type Search = Omit<Request<'roster.search'>, 'studioId'>;
const search = async (text: string, rest: Partial<Search> = {}) =>
  dataOf(
    await studio().call(clerk, 'roster.search', {
      studioId: STUDIO,
      text,
      gridId: null,
      after: null,
      ...rest,
    }),
  );
const names = async (text: string, rest: Partial<Search> = {}) =>
  (await search(text, rest)).entries.map(({ name }) => name);

describe('找人', () => {
  const some = () => [
    anEntryOfTheRoster('shi', {
      name: '施建国',
      initials: 'sjg',
      gridId: 'g1',
      memberId: memberIdOf('shi'),
      ...sealedContact(entryIdOf('shi'), { phone: '13800000898', address: null }),
    }),
    anEntryOfTheRoster('shen', { name: '沈建国', initials: 'sjg', gridId: 'g2' }),
    anEntryOfTheRoster('chen', { name: '陈国', initials: 'cg', gridId: 'g1' }),
    anEntryOfTheRoster('wang', { name: '王.*', initials: 'w', gridId: '' }),
    anEntryOfTheRoster('foreign', { name: '别处建国', initials: 'bcjg', studioId: OTHER }),
  ];

  test('按拼音排，名字里的字、首字母、手机号、网格都找得到', async () => {
    await load(...some());
    expect(await names('')).toEqual(['陈国', '施建国', '沈建国', '王.*']);
    expect(await names('建国')).toEqual(['施建国', '沈建国']);
    expect(await names('国')).toEqual(['陈国', '施建国', '沈建国']);
    expect(await names('S')).toEqual(['施建国', '沈建国']);
    expect(await names('ｓｊ')).toEqual(['施建国', '沈建国']);
    expect(await names('jg')).toEqual([]);
    expect(await names('.*')).toEqual(['王.*']);
    expect(await names('13800000898')).toEqual(['施建国']);
    expect(await names('', { gridId: 'g1' })).toEqual(['陈国', '施建国']);
    expect(await names('建国', { gridId: 'g2' })).toEqual(['沈建国']);
    expect((await search('施')).entries).toEqual([
      { entryId: entryIdOf('shi'), name: '施建国', gridId: 'g1', tied: true },
    ]);
  });

  test('带班的人替人报名，也要找人；凭电话只有工作人员查得到是谁', async () => {
    await load(...some(), aMember('leader', { role: 'squadLeader' }));
    const asLeader = (text: string) =>
      studio().call(openidOf('leader'), 'roster.search', {
        studioId: STUDIO,
        text,
        gridId: null,
        after: null,
      });
    expect(await asLeader('施')).toMatchObject({ data: { entries: [{ name: '施建国' }] } });
    expect(await asLeader('13800000898')).toMatchObject({ data: { entries: [] } });
  });

  test('五千人：一次往返，翻页不重不漏，看过的文档不随人数涨', async () => {
    await importSheet(workbook(village(5_000)));
    await search('');
    const examined: Record<string, number> = {};
    const cases: [string, string, Partial<Search>][] = [
      ['all', '', {}],
      ['grid', '', { gridId: 'g1' }],
      ['initials', 'yl12', {}],
      ['phone', '13800000898', {}],
      ['part, found often', '例1', {}],
      ['part, found once', '例4999', {}],
      ['part, not found', '没有', {}],
    ];
    for (const [label, text, rest] of cases) {
      await search(text, rest);
      const [trip, ...others] = await studio().trips();
      expect([label, others]).toEqual([label, []]);
      examined[label] = trip?.examined ?? 0;
    }
    process.stdout.write(`documents examined by a search among 5,000: ${JSON.stringify(examined)}\n`);
    for (const label of ['all', 'grid', 'initials', 'phone']) expect(examined[label]).toBeLessThanOrEqual(21);
    expect(Math.max(...Object.values(examined))).toBeLessThanOrEqual(5_000);

    const seen: string[] = [];
    let after: Search['after'] = null;
    do {
      const page = await search('yl1', { after });
      seen.push(...page.entries.map(({ entryId }) => entryId));
      after = page.next;
      const [trip, ...others] = await studio().trips();
      expect(others).toEqual([]);
      expect(trip?.examined).toBeLessThanOrEqual(25);
    } while (after);
    // 样例1, 10–19, 100–199, 1000–1999
    expect(seen).toHaveLength(1_111);
    expect(new Set(seen).size).toBe(1_111);
  });
});

const typed = {
  requestId: requestIdOf('tap'),
  studioId: STUDIO,
  entryId: null,
  rev: 0,
  name: '单样国',
  gridId: 'g1',
  phone: '13800000898',
  address: '花园村898号',
  enlisted: '1978-03',
  discharged: null,
};
const save = (fields: Partial<Request<'roster.save'>> = {}) =>
  studio().call(clerk, 'roster.save', { ...typed, ...fields });

describe('添一位、改一位', () => {
  test('添上了，姓按姓的读法；点两次也只有一位', async () => {
    const { entryId } = dataOf(await save());
    expect(dataOf(await save())).toEqual({ entryId });
    const entries = await roster();
    expect(entries).toMatchObject([
      { _id: entryId, name: '单样国', initials: 'syg', memberId: null, rev: 0 },
    ]);
    expect(JSON.stringify(entries)).not.toMatch(/13800000898|898号/);
    expect(await studio().call(clerk, 'roster.entry', { studioId: STUDIO, entryId })).toEqual({
      ok: true,
      data: {
        entryId,
        name: '单样国',
        gridId: 'g1',
        phone: '13800000898',
        address: '花园村898号',
        enlisted: '1978-03',
        discharged: null,
        tied: false,
        rev: 0,
      },
    });
  });

  test('改一位：认了谁还是认了谁；答复丢了再点一次，也是改好了', async () => {
    await load(anEntryOfTheRoster('shi', { memberId: memberIdOf('shi'), rev: 4 }));
    const change = { entryId: entryIdOf('shi'), rev: 4 };
    expect(await save(change)).toMatchObject({ ok: true });
    expect(await save(change)).toMatchObject({ ok: true });
    const after = await entry('shi');
    expect(after).toMatchObject({ name: '单样国', initials: 'syg', memberId: memberIdOf('shi'), rev: 5 });
    expect(after && knownPerson(after)).toMatchObject({ phone: '13800000898', address: '花园村898号' });
    expect(await save({ ...change, rev: 5, phone: null, address: null, gridId: null })).toMatchObject({
      ok: true,
    });
    expect(await entry('shi')).toMatchObject({
      phone: null,
      phoneKey: null,
      address: null,
      gridId: '',
      rev: 6,
    });
  });

  test('两位工作人员同时改一位，后一位请他看看新的', async () => {
    await load(anEntryOfTheRoster('shi'));
    const change = (name: string) => save({ entryId: entryIdOf('shi'), name });
    const answers = await Promise.all([change('样例甲'), change('样例乙')]);
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    expect(answers.filter((answer) => !answer.ok)).toEqual([{ ok: false, code: 'edited' }]);
    expect(await entry('shi')).toMatchObject({ rev: 1 });
  });

  test.each<[string, Partial<Request<'roster.save'>>, string]>([
    ['电话花名册上已有', { name: '别人', phone: '13800000001' }, 'on_roster'],
    ['同名，电话网格都分不开', { name: '样例shi', phone: null }, 'on_roster'],
    ['身份证号写进名字', { name: '单 11010119500101123X' }, 'id_number'],
    ['身份证号写进住址', { address: '11010119500101123X' }, 'id_number'],
    ['表情', { name: '😀' }, 'bad_text'],
    ['没有这个网格', { gridId: 'g9' }, 'bad_request'],
    ['退役早于入伍', { discharged: '1977' }, 'bad_request'],
    ['不是手机号', { phone: '0512-6555089' as string }, 'bad_request'],
    ['没有这一位', { entryId: entryIdOf('nobody') }, 'not_found'],
  ])('%s', async (_, fields, code) => {
    const contact = sealedContact(entryIdOf('shi'), { phone: '13800000001', address: null });
    await load(anEntryOfTheRoster('shi', { gridId: 'g1', ...contact }));
    expect(await save(fields)).toEqual({ ok: false, code });
    expect(await roster()).toHaveLength(1);
  });

  test('同名的两个人，各写各的电话，添得上', async () => {
    await load(
      anEntryOfTheRoster('shi', {
        name: '单样国',
        ...sealedContact(entryIdOf('shi'), { phone: '13800000001', address: null }),
      }),
    );
    expect(await save()).toMatchObject({ ok: true });
    expect(await roster()).toHaveLength(2);
  });
});

describe('导出', () => {
  test('同样的列，按拼音排；再导入，什么也没有变；一小时后清掉', async () => {
    await importSheet(workbook(village(30)));
    await load(
      anEntryOfTheRoster('twin', { name: '同名', gridId: 'g1', initials: 'tm' }),
      anEntryOfTheRoster('twin2', { name: '同名', gridId: 'g1', initials: 'tm' }),
      anEntryOfTheRoster('nowhere', { name: '阿样', gridId: '', initials: 'ay', enlisted: '1969' }),
    );
    const { url, count } = dataOf(await studio().call(clerk, 'roster.export', { studioId: STUDIO }));
    expect(count).toBe(33);
    const file = Buffer.from(await (await fetch(url)).arrayBuffer());
    const rows = readSheet(file).rows.map((row) => row.map((cell) => cell?.text ?? ''));
    expect(rows.slice(0, 2)).toEqual([
      ['姓名', '手机号', '网格', '住址', '入伍时间', '退役时间'],
      ['阿样', '', '', '', '1969年'],
    ]);
    expect(rows.find(([name]) => name === '样例7')).toEqual([
      '样例7',
      '13800000007',
      '第一网格',
      '花园村东一弄7号',
      '1978年3月',
      '1982年11月',
    ]);
    expect((await look(file)).counts).toEqual({ fresh: 0, changed: 0, same: 33, wrong: 0 });

    const files = await documentsOf<RosterFileDocument>(`${studio().url}/admin`, 'rosterFiles', {
      until: NOW + HOUR,
    });
    expect(files).toMatchObject([{ memberId: memberIdOf('clerk'), kind: 'export' }]);
    await studio().setClock(NOW + HOUR + 1);
    await studio().timer('roster', 'sweep');
    expect((await fetch(url)).status).not.toBe(200);
    expect(await studio().document('rosterFiles', files[0]?._id ?? '')).toBeUndefined();
  });

  test('谁导出的，记在案', async () => {
    await studio().call(clerk, 'roster.export', { studioId: STUDIO });
    const query = { studioId: STUDIO, action: 'roster.export', memberId: null, before: null };
    expect(await studio().call(clerk, 'members.audit', query)).toMatchObject({
      data: { lines: [{ memberId: memberIdOf('clerk'), record: 'roster', outcome: 'ok' }] },
    });
  });

  test('五千人也导得出', async () => {
    await importSheet(workbook(village(5_000)));
    expect(dataOf(await studio().call(clerk, 'roster.export', { studioId: STUDIO }))).toMatchObject({
      count: 5_000,
    });
  });
});

describe('本人要求删除', () => {
  const erase = (label: string) =>
    studio().call(clerk, 'roster.erase', { studioId: STUDIO, entryId: entryIdOf(label) });
  const shi = () =>
    anEntryOfTheRoster('shi', {
      name: '施样国',
      ...sealedContact(entryIdOf('shi'), { phone: '13800000001', address: '花园村1号' }),
    });

  test('花名册上没有了，只留认得出他的钥匙；再导入就说不再导入', async () => {
    await load(shi());
    expect(await erase('shi')).toEqual({ ok: true, data: { erased: true } });
    expect(await roster()).toEqual([]);
    const erased = await documentsOf<RosterErasedDocument>(`${studio().url}/admin`, 'rosterErased', {
      studioId: STUDIO,
    });
    expect(erased).toHaveLength(1);
    expect(JSON.stringify(erased)).not.toMatch(/施样国|13800000001|r_0/);
    const found = await look(
      workbook([
        ['姓名', '手机号'],
        ['施样国', '138-0000-0001'],
        ['施样国', '13800000002'],
      ]),
    );
    expect(found).toMatchObject({ fresh: [{ row: 3 }], wrong: [{ row: 2, cell: 'A2', problem: 'erased' }] });
    const without = await look(workbook([['姓名'], ['施样国']]));
    expect(without.wrong).toMatchObject([{ problem: 'erased' }]);
    expect(await erase('shi')).toEqual({ ok: false, code: 'not_found' });
  });

  test('断在半路，再点一次删完', async () => {
    await load(shi());
    await office.fault({ kind: 'error', action: 'database.removeDocument', next: 1 });
    expect(await erase('shi')).toEqual({ ok: false, code: 'unavailable' });
    await office.noFaults();
    expect(await erase('shi')).toMatchObject({ ok: true });
    expect(await roster()).toEqual([]);
  });

  test('等着认的人，不再等', async () => {
    const member = aMember('ada', { veteran: false });
    member.studios[0] = { studioId: STUDIO, role: 'member', since: NOW, asking: entryIdOf('shi') };
    await load(member, { ...shi(), asking: [askingOf('ada')], waiting: 1 });
    await erase('shi');
    expect(await studio().document<MemberDocument>('members', memberIdOf('ada'))).toMatchObject({
      veteran: false,
      studios: [{ studioId: STUDIO, asking: null }],
    });
  });

  test('本人又愿意了，工作人员当面添上', async () => {
    await load(shi());
    await erase('shi');
    expect(await save({ name: '施样国', phone: '13800000001' })).toMatchObject({ ok: true });
    const found = await look(
      workbook([
        ['姓名', '手机号'],
        ['施样国', '13800000001'],
      ]),
    );
    expect(found.counts).toEqual({ fresh: 0, changed: 0, same: 1, wrong: 0 });
  });
});

test('加入的人凭电话认得出导入的老兵', async () => {
  await importSheet(
    workbook([
      ['姓名', '手机号'],
      ['施样国', '13800000001'],
    ]),
  );
  expect((await roster())[0]?.phoneKey).toBe(lookUpKey('phone', '13800000001'));
  const join = { studioId: STUDIO, name: '施样国', phone: { typed: '13800000001' }, consent: 1 };
  expect(await studio().call(openidOf('new'), 'members.join', join)).toMatchObject({
    data: { recognised: 'asking' },
  });
  expect(await roster()).toMatchObject([{ waiting: 1, rev: 1, asking: [{ by: 'name' }] }]);
});
