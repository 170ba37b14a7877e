import { lookUpKey } from '../../../cloudfunctions/platform/secrets';
import type { AuditDocument } from '../../../typings/documents/audit';
import type { MemberDocument } from '../../../typings/documents/member';
import { entryIdOf, memberIdOf, openidOf, STUDIO } from '../../support/makers';
import { anOffice, bad, clerk, DAY, elder, joined, NOW, one } from './office';

const { studio, find, issue, scan, entry, membersOf, codes, shown, trips } = anOffice();

describe('出示二维码', () => {
  test('图里是一个真的小程序码，一天有效；库里只有它的哈希', async () => {
    const answer = await issue();
    expect(answer).toMatchObject({ ok: true, data: { format: 'png', until: NOW + DAY } });
    const picture = Buffer.from(answer.ok ? answer.data.picture : '', 'base64');
    expect(picture.subarray(1, 4).toString()).toBe('PNG');
    const [code] = await codes();
    expect(code?.scene).toMatch(/^[0-9a-z]{8}\.[0-9a-z]{20}$/);
    expect(code?.path).toBe(`pages/scan-in/index?scene=${code?.scene}`);
    const { code: kept, rev } = await entry();
    expect(kept).toEqual({
      ref: code?.scene.slice(0, 8),
      hash: lookUpKey('scan', code?.scene ?? ''),
      until: NOW + DAY,
      tries: 0,
      usedBy: null,
    });
    expect(rev).toBe(1);
    expect(JSON.stringify(await entry())).not.toContain(code?.scene.slice(9));
  });

  test('换一张，旧的就不能用了', async () => {
    const old = await shown();
    const fresh = await shown();
    expect(await scan(old)).toEqual(bad);
    expect(await scan(fresh)).toEqual(joined);
  });

  test('已经加入的，不再出示', async () => {
    expect(await issue('tied')).toEqual({ ok: false, code: 'taken' });
    expect((await entry('tied')).code).toBeNull();
  });
});

describe('扫码加入', () => {
  test('什么都不填：名字照花名册，就是老兵，花名册认给他', async () => {
    expect(await scan(await shown())).toEqual(joined);
    const [member] = await membersOf(elder);
    expect(member).toEqual({
      _id: expect.stringMatching(/^m_[0-9a-z]{24}$/) as string,
      v: 1,
      openid: elder,
      name: '陈样国',
      veteran: true,
      phone: null,
      consent: { version: 1, at: NOW },
      studios: [{ studioId: STUDIO, role: 'member', since: NOW, asking: null }],
      supervises: null,
      claims: [],
    });
    expect(await entry()).toMatchObject({ memberId: member?._id, standIn: null });
  });

  test('最多五次往返', async () => {
    await scan(await shown());
    expect((await trips()).length).toBeLessThanOrEqual(5);
    expect(await membersOf(elder)).toHaveLength(1);
  });

  test('审计里写在这个工作室、这一位名下', async () => {
    await scan(await shown());
    const lines = await find<AuditDocument>('audit', {
      studioId: STUDIO,
      action: 'members.scanIn',
    });
    const [member] = await membersOf(elder);
    expect(lines).toMatchObject([
      {
        studioId: STUDIO,
        memberId: member?._id,
        role: 'member',
        record: entryIdOf('chen'),
        fields: ['memberId', 'veteran'],
        outcome: 'ok',
      },
    ]);
  });

  test('答复丢了再扫一次，答一样的话；别人再扫就不行了', async () => {
    const code = await shown();
    expect(await scan(code)).toEqual(joined);
    expect(await scan(code)).toEqual(joined);
    expect(await scan(code, openidOf('other'))).toEqual(bad);
    expect(await membersOf(elder)).toHaveLength(1);
    expect(await membersOf(openidOf('other'))).toEqual([]);
  });

  test('二十个人同时扫，只有一个人是他', async () => {
    const code = await shown();
    const people = Array.from({ length: 20 }, (_, index) => openidOf(`racer${index}`));
    const answers = await Promise.all(people.map((who) => scan(code, who)));
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    const winner = people[answers.findIndex((answer) => answer.ok)] ?? '';
    const [member] = await membersOf(winner);
    expect(await entry()).toMatchObject({ memberId: member?._id });
    const all = await find<MemberDocument>('members', {});
    expect(all.filter(({ name }) => name === '陈样国')).toHaveLength(1);
  });

  test('已经是志愿者的，扫了就是老兵；等着认的事也办完了', async () => {
    const like = { studioId: STUDIO, name: '样例like', phone: null, consent: 1 };
    await studio().call(openidOf('bea'), 'members.join', like);
    const [before] = await membersOf(openidOf('bea'));
    expect(await entry('like')).toMatchObject({ waiting: 2 });
    expect(await scan(await shown(), openidOf('bea'))).toMatchObject({ data: { name: '样例like' } });
    expect(await membersOf(openidOf('bea'))).toMatchObject([
      { _id: before?._id, veteran: true, studios: [{ asking: null }] },
    ]);
    expect(await entry()).toMatchObject({ memberId: before?._id });
    await studio().call(clerk, 'members.confirm', {
      ...one('like'),
      memberId: memberIdOf('ada'),
      same: false,
    });
    expect(await entry('like')).toMatchObject({ asking: [], waiting: 0, memberId: null });
  });

  test('别的工作室的人来扫，还是同一个人', async () => {
    expect(await scan(await shown(), openidOf('away'))).toMatchObject({ ok: true });
    expect(await membersOf(openidOf('away'))).toMatchObject([
      { _id: memberIdOf('away'), veteran: true, studios: [{ studioId: 'other' }, { studioId: STUDIO }] },
    ]);
  });

  test.each([
    ['花名册上的另一位', 'tied'],
    ['工作人员自己', 'clerk'],
  ])('%s扫了别人的码：告诉他早就加入了，码还能用', async (_who, label) => {
    const code = await shown();
    const [before] = await membersOf(openidOf(label));
    expect(await scan(code, openidOf(label))).toMatchObject({ ok: true, data: { already: true } });
    expect(await membersOf(openidOf(label))).toEqual([before]);
    expect(await entry()).toMatchObject({ memberId: null, code: { usedBy: null } });
    expect(await scan(code)).toEqual(joined);
  });
});
