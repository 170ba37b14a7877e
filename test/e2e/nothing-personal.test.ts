import { format } from 'node:util';
import type { Page } from 'playwright-core';
import { lookUpKey } from '../../cloudfunctions/platform/secrets';
import { SAMPLE_ENVIRONMENT } from '../../local/sample/keys';
import {
  aMember,
  anEntry,
  anEntryOfTheRoster,
  aShift,
  aStudio,
  eventIdOf,
  memberIdOf,
  openidOf,
  STUDIO,
} from '../support/makers';
import { stored } from '../support/stored';
import { documentsOf } from '../support/studio';
import { layTable, type Table } from './driver/table';

/** 北京时间 18:00 */
const NOW = Date.parse('2026-11-23T10:00:00Z');
const HOUR = 3_600_000;
const detail = `pages/shift-detail/index?shiftId=${eventIdOf('patrol')}`;
const PEOPLE = { wang: '王痕迹', clerk: '李痕芳', chen: '陈痕国' };
const RENAMED = '陈痕邦';
const PHONES = ['13900000898', '13900007531'];
const NEEDLES = [...Object.values(PEOPLE), RENAMED, ...PHONES, ...Object.keys(PEOPLE).map(openidOf)];

/**
 * What the local phone itself needs to know who holds it, and asks WeChat's side of the local cloud: none of it is the product's, whose
 * phone is logged in by WeChat. `as` names who holds a phone, `openid` whose messages and consents WeChat shows.
 */
const OF_THE_HARNESS = ['as', 'as2', 'openid'];

let table: Table;
/** Everything that the journey leaves behind, by where it was found. */
const left = new Map<string, string[]>();
const leave = (where: string, text: string) => left.set(where, [...(left.get(where) ?? []), text]);
/** Where names travel rightly: what a phone sends and what it is answered, which nobody writes down. */
const travelled: string[] = [];

function listen(page: Page): void {
  page.on('request', (request) => {
    const url = new URL(request.url());
    for (const name of OF_THE_HARNESS) url.searchParams.delete(name);
    leave('addresses', decodeURIComponent(url.href));
    leave('referers', decodeURIComponent(new URL(request.headers()['referer'] ?? 'about:blank').pathname));
    if (url.pathname === '/client/callFunction') travelled.push(request.postData() ?? '');
  });
  page.on('response', (response) => {
    if (!response.url().endsWith('/client/callFunction')) return;
    void response.json().then(
      (answer: { result?: { ok?: boolean } }) => {
        const text = JSON.stringify(answer);
        if (answer.result?.ok === true) travelled.push(text);
        else leave('refusals and errors', text);
      },
      () => undefined,
    );
  });
  page.on('console', (message) => leave('console', message.text()));
}

/** What lies in the group; who holds the phone that sent it is the table's own. */
const cardsOf = (page: Page) =>
  page.evaluate(() =>
    Object.values<string>({ ...sessionStorage }).flatMap((text) =>
      (JSON.parse(text) as Record<string, unknown>[]).map((message) => ({
        ...message,
        from: '',
        sender: '',
      })),
    ),
  );

beforeAll(async () => {
  Object.assign(process.env, SAMPLE_ENVIRONMENT);
  for (const level of ['log', 'info', 'warn', 'error'] as const) {
    jest
      .spyOn(console, level)
      .mockImplementation((...said: unknown[]) => leave('what the cloud prints', format(...said)));
  }
  table = await layTable(NOW, []);
  await table.studio.load(
    stored(
      aStudio({ staff: [memberIdOf('clerk')] }),
      aMember('clerk', { name: PEOPLE.clerk, role: 'staff' }),
      aMember('wang', { name: PEOPLE.wang }),
      anEntryOfTheRoster('chen', { name: PEOPLE.chen, phoneKey: lookUpKey('phone', PHONES[0] ?? '') }),
      aShift('patrol', {
        startsAt: NOW + HOUR,
        posts: [{ code: 'member', title: '队员', headCount: 1, roles: ['member', 'squadLeader', 'staff'] }],
        roster: [anEntry('wang', { name: PEOPLE.wang })],
      }),
    ),
  );
  await table.studio.consent(openidOf('chen'), 'local-template-promoted');
}, 120_000);
afterAll(async () => {
  jest.restoreAllMocks();
  await table.close();
});

test('一路走完：转发、加入、报名、认人、换角色、改资料、导出、出错，都办成了', async () => {
  const top = await table.lay({ left: 'wang', leftPath: `/${detail}`, right: 'chen' });
  listen(top.page);
  const { left: wang, right: chen } = top;
  await wang.sees('谁来');
  await wang.share();
  await top.cards().getByText('平安巡逻').first().waitFor();
  leave('cards in the group', JSON.stringify(await cardsOf(top.page)));

  await top.openCard('平安巡逻', chen);
  await chen.tap('我要参加');
  await chen.tapRole('textbox', '您叫什么名字');
  await chen.tap('同意');
  await chen.fill('您叫什么名字', PEOPLE.chen);
  await chen.fill(/手机号/, PHONES[0] ?? '');
  await chen.tap('同意并加入');
  await chen.sees('您像花名册上的一位老兵');
  await chen.breathe();
  await chen.tap('接着办');
  await chen.breathe();
  await chen.tap(/^先排队/);
  await chen.tap('允许');
  await chen.sees('您排在第 1 位');
  leave('paths of pages', JSON.stringify([await chen.stack(), await wang.stack()]));
  await wang.breathe();
  await wang.openPage(`/${detail}`);
  await wang.tap('退出');
  await wang.tap('确定退出');
  await wang.sees('您退出了');
  leave(
    'phone storage',
    await top.page.evaluate(() =>
      JSON.stringify(Object.keys(localStorage).map((key) => localStorage.getItem(key))),
    ),
  );
  leave('complaints of the app', [...(await chen.errors()), ...(await wang.errors())].join('\n'));
  await top.close();

  const clerk = await table.open({ who: 'clerk', path: '/pages/people/index' });
  listen(clerk.page);
  await clerk.sees('请您认一认');
  await clerk.tap('是他');
  await clerk.sees(`${PEOPLE.chen}：是花名册上的老兵了`);
  await clerk.tap(PEOPLE.wang);
  await clerk.tap('做老班长');
  await clerk.sees('现在是老班长');
  await clerk.openPage('/pages/audit/index');
  await clerk.sees('换角色');
  leave('paths of pages', JSON.stringify(await clerk.stack()));
  await clerk.close();

  const again = await table.open({ who: 'chen', path: '/pages/my-data/index' });
  listen(again.page);
  await again.tap('改名字或电话');
  await again.fill('名字', RENAMED);
  await again.fill('不改就空着', PHONES[1] ?? '');
  await again.tap('存好');
  await again.sees('改好了');
  await again.tapRole('button', '导出一份，自己留着');
  await again.sees('做好了');
  await again.close();
});

test('数据库出错时把名字和身份都说了出来，日志里也没有', async () => {
  const chen = openidOf('chen');
  const fault = {
    kind: 'error',
    action: 'database.modifyAndReturnDoc',
    message: `E11000 dup key { openid: "${chen}" } ${chen} ${RENAMED} ${PHONES[1]}`,
    next: 1,
  };
  await fetch(`${table.studio.url}/local/faults`, { method: 'POST', body: JSON.stringify(fault) });
  const answer = await table.studio.call(chen, 'members.correct', {
    studioId: STUDIO,
    name: RENAMED,
    phone: 'keep',
  });
  expect(answer).toEqual({ ok: false, code: 'unavailable' });
  const refused = [
    await table.studio.call(chen, 'members.grant', {
      studioId: STUDIO,
      memberId: memberIdOf('wang'),
      role: 'staff',
    }),
    await table.studio.send(chen, 'members.join', {
      studioId: STUDIO,
      name: `${RENAMED}\u202e`,
      phone: null,
      consent: 1,
    }),
    await table.studio.send(chen, 'members.correct', { studioId: STUDIO, name: '赌博', phone: PHONES[0] }),
  ];
  leave('refusals and errors', JSON.stringify(refused));
});

test('名字、号码、微信身份：日志、出错的话、请求记录、网址、卡片、二维码、消息、审计里一处也没有', async () => {
  const { studio } = table;
  const text = async (path: string) => (await fetch(studio.url + path)).text();
  leave('logs of the functions', JSON.stringify(await studio.invocations()));
  leave('records of requests', await text('/local/requests'));
  leave('scene strings and paths of codes', await text('/local/codes'));
  leave('messages', JSON.stringify(await studio.outbox(openidOf('chen'))).replaceAll(openidOf('chen'), ''));
  leave('audit', JSON.stringify(await documentsOf(`${studio.url}/admin`, 'audit', {})));

  const found = [...left].flatMap(([where, texts]) =>
    NEEDLES.filter((needle) => texts.some((one) => one.includes(needle))).map(
      (needle) => `${where}: ${needle}`,
    ),
  );
  expect(found).toEqual([]);

  // The test looked at something, and the names were on their way: in bodies, which nobody keeps.
  expect([...left.keys()].sort()).toEqual(
    expect.arrayContaining([
      'addresses',
      'audit',
      'cards in the group',
      'logs of the functions',
      'messages',
      'paths of pages',
      'records of requests',
      'refusals and errors',
    ]),
  );
  expect(left.get('logs of the functions')?.join('')).toContain('members.correct: ');
  expect(left.get('cards in the group')?.join('')).toContain(detail);
  expect(left.get('messages')?.join('')).toContain('平安巡逻');
  const bodies = travelled.join('\n');
  expect([PEOPLE.chen, RENAMED, ...PHONES].filter((needle) => !bodies.includes(needle))).toEqual([]);
});
