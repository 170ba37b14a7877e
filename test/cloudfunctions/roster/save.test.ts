import { knownPerson, sealedContact } from '../../../cloudfunctions/platform/store/roster-secrets';
import type { Request } from '../../../typings/contract';
import type { RosterEntryDocument } from '../../../typings/documents/roster-entry';
import { anEntryOfTheRoster, entryIdOf, memberIdOf, requestIdOf, STUDIO } from '../../support/makers';
import { anOffice, dataOf } from './office';

const office = anOffice();
const { load, clerk, roster } = office;
const studio = () => office.studio();
const entry = (label: string) => studio().document<RosterEntryDocument>('rosterEntries', entryIdOf(label));

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
    ['没有这个网格', { gridId: 'g9' }, 'not_found'],
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
