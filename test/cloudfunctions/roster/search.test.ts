import { sealedContact } from '../../../cloudfunctions/platform/store/roster-secrets';
import type { Request } from '../../../typings/contract';
import { aMember, anEntryOfTheRoster, entryIdOf, memberIdOf, openidOf, STUDIO } from '../../support/makers';
import { anOffice, dataOf, OTHER, village, workbook } from './office';

const office = anOffice();
const { load, clerk, importSheet } = office;
const studio = () => office.studio();

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
