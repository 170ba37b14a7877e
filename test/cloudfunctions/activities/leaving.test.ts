import { anEntry, eventIdOf, memberIdOf, openidOf, STUDIO } from '../../support/makers';
import { aHall, CUT_OFF, SATURDAY } from './hall';

/** 五个人四个座位；b 带着一位，回答过问题。 */
const people = ['a', 'b', 'c', 'd'];
const roster = people.map((label) =>
  anEntry(label, {
    post: 'seat',
    ...(label === 'b' && { seats: 2, answers: { q1: '坐前排' }, youth: 'from7' as const }),
  }),
);
const hall = aHall(people, { roster });
const { sessionNow, told, consent, detail, claimsOf } = hall;
const call = (label: string, action: 'members.quit' | 'members.forget') =>
  hall.studio().call(openidOf(label), action, { studioId: STUDIO });

describe('离开工作室、注销', () => {
  test('报过的活动让出来，带的人一起算，排队的补上并收到消息', async () => {
    await consent('d');
    expect(await detail('d')).toMatchObject({ data: { mine: { state: 'waiting' } } });
    expect(await call('b', 'members.quit')).toMatchObject({ ok: true });
    expect(await sessionNow()).toMatchObject({ joined: { seat: 3 }, held: 0 });
    expect(await detail('d')).toMatchObject({ data: { mine: { state: 'placed' } } });
    expect(await told('d')).toEqual(['promoted']);
  });

  test('截止以后离开，位子空着等安排', async () => {
    await hall.studio().setClock(CUT_OFF);
    expect(await call('b', 'members.quit')).toMatchObject({ ok: true });
    expect(await sessionNow()).toMatchObject({ joined: { seat: 3 }, held: 2 });
    expect(await detail('d')).toMatchObject({ data: { mine: { state: 'waiting' } } });
  });

  test('注销：名字、回答、孩子的年龄段都不留，队里的位置还在', async () => {
    expect(await call('b', 'members.forget')).toMatchObject({ ok: true });
    const session = await sessionNow();
    expect(JSON.stringify(session)).not.toMatch(/样例b|坐前排|from7/);
    expect(session.roster.map(({ memberId }) => memberId)).toEqual(people.map(memberIdOf));
    expect(session.roster[1]).toMatchObject({ name: '（已注销）', seats: 2 });
    expect((await claimsOf('a'))[0]).toMatchObject({ ref: eventIdOf('talk'), from: SATURDAY });
  });
});
