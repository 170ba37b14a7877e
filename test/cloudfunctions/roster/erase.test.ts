import { lookUpKey } from '../../../cloudfunctions/platform/secrets';
import { sealedContact } from '../../../cloudfunctions/platform/store/roster-secrets';
import type { MemberDocument } from '../../../typings/documents/member';
import type { RosterErasedDocument } from '../../../typings/documents/roster-import';
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
import { anOffice, NOW, workbook } from './office';

const office = anOffice();
const { load, clerk, look, importSheet, roster } = office;
const studio = () => office.studio();

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
    const added = await studio().call(clerk, 'roster.save', {
      requestId: requestIdOf('tap'),
      studioId: STUDIO,
      entryId: null,
      rev: 0,
      name: '施样国',
      gridId: null,
      phone: '13800000001',
      address: null,
      enlisted: null,
      discharged: null,
    });
    expect(added).toMatchObject({ ok: true });
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
