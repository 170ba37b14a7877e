import { type Joined } from '../../../typings/contract';
import type { AuditDocument } from '../../../typings/documents/audit';
import type { MemberDocument } from '../../../typings/documents/member';
import type { RosterEntryDocument } from '../../../typings/documents/roster-entry';
import {
  anEntryOfTheRoster,
  aMember,
  aStudio,
  entryIdOf,
  memberIdOf,
  openidOf,
  STUDIO,
} from '../../support/makers';
import { stored } from '../../support/stored';
import { documentsOf, type RunningStudio, startStudio } from '../../support/studio';

const NOW = Date.parse('2026-11-23T10:00:00Z');
const ada = openidOf('ada');

let studio: RunningStudio;
beforeAll(async () => {
  studio = await startStudio({ now: NOW });
});
afterAll(() => studio.close());
beforeEach(async () => {
  await studio.reset();
  await studio.load(
    stored(
      aStudio({ staff: [memberIdOf('clerk')] }),
      aStudio({ _id: 'other' }),
      aMember('clerk', { role: 'staff' }),
      aMember('neighbour', { studioId: 'other' }),
      anEntryOfTheRoster('chen', { name: '陈样国' }),
      anEntryOfTheRoster('wang', { name: '王样军', memberId: memberIdOf('clerk') }),
    ),
  );
});

const request = { studioId: STUDIO, name: '张样明', phone: null, consent: 1 };
const join = (openid: string, fields: object = {}) =>
  studio.call(openid, 'members.join', { ...request, ...fields });
const find = async <T>(collection: string, where: object) =>
  await documentsOf<T>(`${studio.url}/admin`, collection, where);
const memberOf = async (openid: string) => (await find<MemberDocument>('members', { openid }))[0];
const entry = async (label: string) =>
  await studio.document<RosterEntryDocument>('rosterEntries', entryIdOf(label));

const ok = (data: Joined) => ({ ok: true, data });

describe('加入工作室', () => {
  test('写个名字就是志愿者，名单里只有一份', async () => {
    const answer = ok({ name: '张样明', role: 'member', recognised: 'volunteer', only: true });
    expect(await join(ada)).toEqual(answer);
    expect(await join(ada)).toEqual(answer);
    const members = await find<MemberDocument>('members', { openid: ada });
    expect(members).toEqual([
      {
        _id: expect.stringMatching(/^m_[0-9a-z]{24}$/) as string,
        v: 1,
        openid: ada,
        name: '张样明',
        veteran: false,
        phone: null,
        consent: { version: 1, at: NOW },
        studios: [{ studioId: STUDIO, role: 'member', since: NOW, asking: null }],
        supervises: null,
        claims: [],
      },
    ]);
  });

  test('二十次同时点，只进来一个人', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => join(ada)));
    expect(answers.every((answer) => answer.ok)).toBe(true);
    expect(await find('members', { openid: ada })).toHaveLength(1);
  });

  test('名字像花名册上的一位：先做志愿者，工作人员那里多一件要认的事', async () => {
    expect(await join(ada, { name: '陈样国' })).toEqual(
      ok({ name: '陈样国', role: 'member', recognised: 'asking', only: true }),
    );
    const member = await memberOf(ada);
    expect(member).toMatchObject({ veteran: false, studios: [{ asking: entryIdOf('chen') }] });
    expect(await entry('chen')).toMatchObject({
      memberId: null,
      waiting: 1,
      asking: [{ memberId: member?._id, name: '陈样国', by: 'name', at: NOW }],
    });
  });

  test('自己写的电话不算数：名字和电话都对，也要工作人员认', async () => {
    await join(ada, { name: '陈样国', phone: { typed: '13900000898' } });
    expect(await memberOf(ada)).toMatchObject({ veteran: false });
  });

  test('别的工作室的人来加入，还是同一个人', async () => {
    expect(await join(openidOf('neighbour'), { name: '样例邻居' })).toMatchObject({
      ok: true,
      data: { only: false },
    });
    expect(await memberOf(openidOf('neighbour'))).toMatchObject({
      _id: memberIdOf('neighbour'),
      studios: [{ studioId: 'other' }, { studioId: STUDIO, role: 'member' }],
    });
  });

  test('电话加密存着，库里看不到，自己只看得到头尾', async () => {
    await join(ada, { phone: { typed: '13900000898' } });
    const member = await memberOf(ada);
    expect(JSON.stringify(member)).not.toContain('13900000898');
    expect(member?.phone).toEqual({
      k: 'sample',
      n: expect.stringMatching(/^[\w-]{16}$/) as string,
      c: expect.stringMatching(/^[\w-]+$/) as string,
    });
    expect(await studio.call(ada, 'members.me', { studioId: STUDIO })).toMatchObject({
      data: { phone: '139****0898', recognised: 'volunteer', consentAt: NOW },
    });
  });

  test('审计里有这一笔：谁、哪几栏，没有内容', async () => {
    await join(ada, { phone: { typed: '13900000898' } });
    const [line] = await find<AuditDocument>('audit', { studioId: STUDIO });
    expect(line).toEqual({
      _id: expect.any(String) as string,
      v: 1,
      studioId: STUDIO,
      at: NOW,
      memberId: (await memberOf(ada))?._id,
      role: 'member',
      action: 'members.join',
      record: 'myself',
      fields: ['name', 'phone'],
      outcome: 'ok',
    });
  });

  test.each([
    ['没有的工作室', { studioId: 'nowhere' }, 'not_found'],
    ['身份证号写进名字', { name: '陈 11010119500101123X' }, 'id_number'],
    ['全角的身份证号', { name: '１１０１０１１９５００１０１１２３４' }, 'id_number'],
    ['名字里有表情', { name: '老陈😀' }, 'bad_text'],
    ['没有名字', { name: '  ' }, 'bad_request'],
    ['电话少一位', { phone: { typed: '1390000089' } }, 'bad_request'],
    ['没有同意', { consent: 0 }, 'bad_request'],
    ['自己带上身份', { openid: 'somebody' }, 'bad_request'],
  ])('%s', async (_rule, fields, code) => {
    expect(await join(ada, fields)).toEqual({ ok: false, code });
    expect(await find('members', { openid: ada })).toEqual([]);
  });

  test('加入四次往返', async () => {
    await studio.call(ada, 'members.studio', { studioId: STUDIO });
    const trips = async (openid: string, name: string) => {
      await join(openid, { name });
      return (await studio.trips()).filter(({ action }) => action.startsWith('database.')).length;
    };
    expect(await trips(ada, '张样明')).toBeLessThanOrEqual(4);
    expect(await trips(openidOf('bea'), '陈样国')).toBeLessThanOrEqual(4);
  });
});
