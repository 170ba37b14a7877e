import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PERSONAL_DATA } from '../../../cloudfunctions/domain/personal-data';
import { lookUpKey } from '../../../cloudfunctions/platform/secrets';
import { backup } from '../../../local/cloud/backup/backup';
import { restore } from '../../../local/cloud/backup/restore';
import { phoneNumberOf } from '../../../local/cloud/open-api/phone-number';
import { SAMPLE_ENVIRONMENT } from '../../../local/sample/keys';
import type { Sealed } from '../../../typings/documents/common';
import type { EventDocument, SessionDocument } from '../../../typings/documents/event';
import type { MemberDocument } from '../../../typings/documents/member';
import {
  aMember,
  aSession,
  anEntry,
  anEntryOfTheRoster,
  aShift,
  aStudio,
  entryIdOf,
  eventIdOf,
  memberIdOf,
  openidOf,
  requestIdOf,
  STUDIO,
} from '../../support/makers';
import { stored } from '../../support/stored';
import { COLLECTIONS_FILE, documentsOf, type RunningStudio, startStudio } from '../../support/studio';
import { textsOf } from '../../support/texts-of';
import { tracesIn } from '../../support/traces';

const NOW = Date.parse('2026-11-23T10:00:00Z');
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const OTHER = 'other';
const OPENID = 'oTrace7Zq2Lw9Xk4Vb6Nn1Mm3Pp5';
const NAME = '痕迹国';
const RENAMED = '痕迹邦国';
const VERIFIED = phoneNumberOf(OPENID);
const TYPED = '13900007531';
const ANSWER = '痕迹国不吃花生';

const folder = mkdtempSync(join(tmpdir(), 'traces-'));
const dataDir = join(folder, 'data');
const [before, after] = [join(folder, 'before.ndjson'), join(folder, 'after.ndjson')];
const put = (file: string, to: string) =>
  restore({ dataDir: to, file, collectionsFile: COLLECTIONS_FILE, replace: true });

let studio: RunningStudio;
let me: MemberDocument;
/** Everything that may not stay: texts, and the sealed phones as text and as bytes. */
const needles: (string | Buffer)[] = [NAME, RENAMED, VERIFIED, TYPED, OPENID, ANSWER];
const noteSealed = ({ c }: Sealed) => needles.push(c, Buffer.from(c, 'base64url'));

const everything = async () =>
  (
    await Promise.all(
      Object.keys(PERSONAL_DATA).map(async (collection) =>
        (await documentsOf<object>(`${studio.url}/admin`, collection, {})).map((doc) => ({
          collection,
          doc,
        })),
      ),
    )
  ).flat();
const mine = async () =>
  (await documentsOf<MemberDocument>(`${studio.url}/admin`, 'members', { openid: OPENID }))[0];
const post = async (path: string, body: object): Promise<unknown> =>
  (await fetch(studio.url + path, { method: 'POST', body: JSON.stringify(body) })).json();
const ok = async (openid: string, action: Parameters<RunningStudio['call']>[1], data: never) =>
  expect(await studio.call(openid, action, data)).toMatchObject({ ok: true });

/** A person in every place that the product knows, by the product's own doing wherever it can. */
beforeAll(async () => {
  Object.assign(process.env, SAMPLE_ENVIRONMENT);
  studio = await startStudio({ now: NOW, dataDir });
  const one = [{ code: 'member', title: '队员', headCount: 1, roles: ['member' as const] }];
  const coming = aShift('coming', { startsAt: NOW + HOUR, posts: one, roster: [anEntry('bea')] });
  const startsAt = NOW + 5 * HOUR;
  const talk = aSession('talk', {
    startsAt,
    companions: 1,
    questions: [{ questionId: 'q1', text: '有什么不能吃', options: [], required: true }],
    desks: [{ deskId: 'd1', title: '医生', from: startsAt, to: startsAt + HOUR, minutes: 20 }],
  });
  await studio.load(
    stored(
      aStudio({ staff: [memberIdOf('clerk')] }),
      aStudio({ _id: OTHER }),
      aMember('clerk', { role: 'staff' }),
      aMember('bea', { claims: [claimOf(coming)] }),
      aMember('cara'),
      anEntryOfTheRoster('trace', { name: NAME, phoneKey: lookUpKey('phone', VERIFIED) }),
      anEntryOfTheRoster('elsewhere', { name: NAME, studioId: OTHER }),
      coming,
      talk,
    ),
  );
  const { code } = (await post('/client/phoneCode', { openid: OPENID })) as { code: string };
  await ok(OPENID, 'members.join', { studioId: STUDIO, name: NAME, phone: { code }, consent: 1 } as never);
  noteSealed((await mine())?.phone as Sealed);
  await ok(OPENID, 'members.join', { studioId: OTHER, name: NAME, phone: null, consent: 1 } as never);
  me = (await mine())!;

  // Queues, moves up, is told so; somebody queues behind.
  await studio.consent(OPENID, 'local-template-promoted', 3);
  await studio.consent(openidOf('cara'), 'local-template-promoted');
  const seen = { studioId: STUDIO, shiftId: coming._id, post: 'member', ...spanOf(coming) };
  await ok(OPENID, 'patrols.join', { ...seen, requestId: requestIdOf('mine') } as never);
  await ok(openidOf('cara'), 'patrols.join', { ...seen, requestId: requestIdOf('cara') } as never);
  await ok(openidOf('bea'), 'patrols.leave', {
    studioId: STUDIO,
    shiftId: coming._id,
    post: 'member',
  } as never);
  expect(await studio.outbox(OPENID)).toHaveLength(1);
  const hall = { studioId: STUDIO, sessionId: talk._id };
  const party = { more: [], companions: 1, youth: null, answers: [{ questionId: 'q1', text: ANSWER }] };
  await ok(OPENID, 'activities.join', {
    ...hall,
    ...spanOf(talk),
    ...party,
    requestId: requestIdOf('hall'),
  } as never);
  await ok(OPENID, 'activities.book', { ...hall, deskId: 'd1', at: null } as never);

  const own = { memberId: me._id, name: NAME };
  await studio.load(
    stored(
      aShift('past', {
        startsAt: NOW - 2 * DAY,
        roster: [anEntry('x', { ...own, leftAt: NOW - 3 * DAY }), anEntry('y', own), anEntry('bea')],
      }),
    ),
  );
  await post('/local/import', {
    tries: [{ _id: lookUpKey('tries' as never, OPENID), v: 1, day: NOW - (NOW % DAY), count: 2 }],
  });
  await ok(OPENID, 'members.correct', { studioId: STUDIO, name: RENAMED, phone: TYPED } as never);
  noteSealed((await mine())?.phone as Sealed);
  await ok(OPENID, 'members.myData', { studioId: STUDIO, phones: 'clear' } as never);
  await studio.call(OPENID, 'members.grant', { studioId: STUDIO, memberId: me._id, role: 'staff' });
}, 120_000);

const spanOf = ({ startsAt, endsAt }: EventDocument) => ({ startsAt, endsAt });
function claimOf({ studioId, _id, startsAt, endsAt }: EventDocument) {
  return { studioId, ref: _id, from: startsAt, to: endsAt, post: 'member', at: NOW - HOUR };
}

test('个人信息存在哪里，表里写全了：每个集合、存着的每一段文字都有说法', async () => {
  const declared = JSON.parse(readFileSync(COLLECTIONS_FILE, 'utf8')) as object;
  expect(Object.keys(PERSONAL_DATA).sort()).toEqual(Object.keys(declared).sort());
  const documents = await everything();
  const unclassified = documents.flatMap(({ collection, doc }) =>
    textsOf(doc)
      .filter(({ path }) => !(path in PERSONAL_DATA[collection as keyof typeof PERSONAL_DATA]))
      .map(({ path }) => `${collection}.${path}`),
  );
  expect([...new Set(unclassified)]).toEqual([]);
});

test('表里说的是真的：认得出人的文字只在 person 和 station 那几处', async () => {
  const documents = await everything();
  const said = documents.flatMap(({ collection, doc }) =>
    textsOf(doc)
      .filter(({ text }) => needles.some((needle) => typeof needle === 'string' && text.includes(needle)))
      .map(({ path }) => `${collection}.${path}`),
  );
  const holdings = [...new Set(said)].sort();
  expect(holdings).toEqual([
    'events.bookings.name',
    'events.notices.outcomes.name',
    'events.roster.answers',
    'events.roster.name',
    'members.name',
    'members.openid',
    'members.phone',
    'rosterEntries.asking.name',
    'rosterEntries.name',
  ]);
  for (const place of holdings) {
    const [collection, ...path] = place.split('.') as [keyof typeof PERSONAL_DATA, ...string[]];
    const rows: Record<string, string> = PERSONAL_DATA[collection];
    expect(['person', 'station']).toContain(rows[path.join('.')]);
  }
});

test('注销以后，数据库文件、日志、恢复的备份里一个字节也找不到', async () => {
  await backup(dataDir, before);
  // A backup without the keys shows no phone; all else stands in it, so that not finding it later tells something.
  const sealed = (await mine())?.phone?.c ?? '';
  expect(tracesIn(folder, [NAME, RENAMED, OPENID, sealed])).toEqual([NAME, RENAMED, OPENID, sealed]);
  expect(tracesIn(folder, [VERIFIED, TYPED])).toEqual([]);

  await ok(OPENID, 'members.forget', { studioId: STUDIO } as never);
  // The station's own entries are erased when the person asks for it.
  const erased = [entryIdOf('trace'), entryIdOf('elsewhere')].map((_id) => ({ _id, kind: 'entry', at: NOW }));
  await post('/local/import', { erasures: erased });
  expect(await studio.timer('members', 'tend')).toMatchObject({
    ok: true,
    data: { forgotten: 0, more: false },
  });

  const told = await studio.outbox(openidOf('cara'));
  expect(told).toHaveLength(1);
  const left = JSON.stringify([
    await everything(),
    await studio.invocations(),
    await (await fetch(`${studio.url}/local/requests`)).text(),
    told,
  ]);
  expect(needles.filter((needle) => typeof needle === 'string' && left.includes(needle))).toEqual([]);
  const talk = await studio.document<SessionDocument>('events', eventIdOf('talk'));
  expect(talk).toMatchObject({ joined: { seat: 0 }, held: 0, bookings: [] });
  expect(talk?.roster.map(({ name, answers }) => ({ name, answers }))).toEqual([
    { name: '（已注销）', answers: undefined },
  ]);
  const past = await studio.document<EventDocument>('events', eventIdOf('past'));
  expect(past?.joined).toEqual({ leader: 0, member: 2 });
  expect(past?.roster.map(({ name }) => name)).toEqual(['（已注销）', '（已注销）', '样例bea']);

  await backup(dataDir, after);
  expect(needles.filter((needle) => readFileSync(after).includes(needle))).toEqual([]);
  await studio.close();
  expect(tracesIn(dataDir, needles)).toEqual([]);
});

test.each([
  ['注销以前的备份恢复到原来的地方', before, dataDir],
  ['注销以后的备份恢复到别处', after, join(folder, 'elsewhere')],
])('%s：这个人没有回来', async (_, file, to) => {
  await put(file, to);
  studio = await startStudio({ now: NOW + DAY, dataDir: to });
  const answer = await studio.call(OPENID, 'members.me', { studioId: STUDIO });
  expect(answer).toMatchObject({ ok: true, data: { name: '', role: 'visitor' } });
  expect(await studio.document('members', memberIdOf('bea'))).toBeDefined();
  expect(await studio.document('rosterEntries', entryIdOf('trace'))).toBeUndefined();
  await studio.close();
  expect(tracesIn(to, needles)).toEqual([]);
});

test('没有登记，旧备份会把人带回来：所以登记要另存', async () => {
  const lost = join(folder, 'lost');
  await put(before, lost);
  studio = await startStudio({ now: NOW + DAY, dataDir: lost });
  expect(await studio.call(OPENID, 'members.me', { studioId: STUDIO })).toMatchObject({
    data: { name: RENAMED },
  });
  await studio.close();
});
