import type { Request, Response } from '../../../typings/contract';
import type { AuditDocument } from '../../../typings/documents/audit';
import { aMember, aStudio, memberIdOf, openidOf, STUDIO } from '../../support/makers';
import { stored } from '../../support/stored';
import { type RunningStudio, startStudio } from '../../support/studio';

const NOW = Date.parse('2026-11-23T10:00:00Z');
const clerk = openidOf('clerk');

let studio: RunningStudio;
beforeAll(async () => {
  studio = await startStudio({ now: NOW });
});
afterAll(() => studio.close());

beforeEach(async () => {
  await studio.reset();
  await studio.load(
    stored(
      aStudio({ staff: [memberIdOf('clerk'), memberIdOf('deputy')] }),
      aMember('clerk', { role: 'staff' }),
      aMember('deputy', { role: 'staff' }),
      aMember('ada'),
      aMember('foreign', { studioId: 'other' }),
    ),
  );
});

type Asked = Partial<Request<'members.audit'>>;
async function read(asked: Asked = {}): Promise<Response<'members.audit'>> {
  const request = { studioId: STUDIO, action: null, memberId: null, from: null, ...asked };
  const answer = await studio.call(clerk, 'members.audit', request);
  if (!answer.ok) throw new Error(answer.code);
  return answer.data;
}
const grant = (by: string, label: string, role: 'member' | 'squadLeader') =>
  studio.call(openidOf(by), 'members.grant', { studioId: STUDIO, memberId: memberIdOf(label), role });

test('谁、做了什么、对谁、动了哪几样；成了的和没成的都在，内容不在', async () => {
  await grant('clerk', 'ada', 'squadLeader');
  await grant('ada', 'clerk', 'member');
  const { lines } = await read();
  expect(lines).toHaveLength(2);
  expect(lines).toEqual(
    expect.arrayContaining([
      {
        at: NOW,
        memberId: memberIdOf('clerk'),
        name: '样例clerk',
        standing: 'here',
        role: 'staff',
        action: 'members.grant',
        about: '样例ada',
        fields: ['role'],
        outcome: 'ok',
      },
      expect.objectContaining({ name: '样例ada', about: '样例clerk', outcome: 'forbidden' }),
    ]),
  );
});

test('注销了的人只剩「已注销」，别处的人不露名字，没登记的人没有名字', async () => {
  await grant('foreign', 'ada', 'member');
  await grant('stranger', 'ada', 'member');
  await studio.call(openidOf('ada'), 'members.forget', { studioId: STUDIO });
  const { lines } = await read();
  expect(lines.map(({ standing, name }) => [standing, name]).sort()).toEqual([
    ['away', null],
    ['gone', null],
    ['nobody', null],
  ]);
  expect(JSON.stringify(lines)).not.toMatch(/样例ada|样例foreign/);
});

test('两次往返，没有记录的一次', async () => {
  await read();
  await read();
  expect(await studio.trips()).toHaveLength(1);
  await grant('deputy', 'ada', 'squadLeader');
  await read();
  expect(await studio.trips()).toHaveLength(2);
});

test('按动作看，按人看', async () => {
  await grant('clerk', 'ada', 'squadLeader');
  await studio.call(openidOf('ada'), 'members.myData', { studioId: STUDIO, phones: 'clear' });
  expect((await read({ action: 'members.myData' })).lines).toMatchObject([{ name: '样例ada' }]);
  expect((await read({ memberId: memberIdOf('clerk') })).lines).toMatchObject([{ action: 'members.grant' }]);
  expect((await read({ action: 'members.myData', memberId: memberIdOf('clerk') })).lines).toEqual([]);
});

test('一页一页看完，同一刻的好多条一条不漏、一条不重', async () => {
  const line = (n: number): AuditDocument => ({
    _id: `line-${String(n).padStart(3, '0')}`,
    v: 1,
    studioId: STUDIO,
    at: NOW - Math.floor(n / 30) * 1000,
    memberId: memberIdOf('clerk'),
    role: 'staff',
    action: 'members.grant',
    record: memberIdOf('ada'),
    fields: [`f${n}`],
    outcome: 'ok',
  });
  await studio.load(Array.from({ length: 75 }, (_, n) => ({ collection: 'audit', doc: line(n) })));
  const seen: string[] = [];
  const sizes: number[] = [];
  for (let from: Asked['from'] = null; ;) {
    const { lines, next } = await read({ from });
    seen.push(...lines.flatMap(({ fields }) => fields));
    sizes.push(lines.length);
    if (!next) break;
    from = next;
  }
  expect(sizes).toEqual([20, 20, 20, 15]);
  expect(new Set(seen).size).toBe(75);
  expect(seen.slice(0, 30).every((field) => Number(field.slice(1)) < 30)).toBe(true);
});
