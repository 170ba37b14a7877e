import * as z from 'zod/mini';
import * as f from '../../typings/contract/fields';
import type { ActionName } from '../../typings/contract';
import type { RosterFileDocument } from '../../typings/documents/roster-import';
import {
  aMember,
  anEntry,
  anEntryOfTheRoster,
  askingOf,
  aSession,
  aShift,
  aStudio,
  aTown,
  entryIdOf,
  eventIdOf,
  memberIdOf,
  openidOf,
  requestIdOf,
  STUDIO,
  TOWN,
} from '../support/makers';
import { idFieldsOf } from '../support/id-fields';
import { stored } from '../support/stored';
import { FORM } from './activities/requests';
import { type RunningStudio, startStudio } from '../support/studio';
import { useCases } from '../support/use-cases';
import { REQUESTS } from './access/requests';

const NOW = Date.parse('2026-11-23T10:00:00Z');
const OTHER = 'other';
const OTHER_TOWN = 'town-other';
const startsAt = NOW + 3_600_000;
const endsAt = startsAt + 7_200_000;
const hall = { startsAt: startsAt + 7_200_000, endsAt: endsAt + 7_200_000 };

let studio: RunningStudio;
beforeAll(async () => {
  studio = await startStudio({ now: NOW });
});
afterAll(() => studio.close());
beforeEach(fill);

const aFile = (label: string): RosterFileDocument => ({
  _id: `f_${label.padStart(24, '0')}`,
  v: 1,
  studioId: OTHER,
  memberId: memberIdOf(label),
  kind: 'import',
  cloudId: fileIdOf(label),
  until: NOW + 3_600_000,
  finished: null,
});

async function fill() {
  await studio.reset();
  await studio.load(
    stored(
      aTown({ supervisors: [memberIdOf('officer')] }),
      aTown({ _id: OTHER_TOWN, supervisors: [memberIdOf('foreignofficer')] }),
      aStudio({ staff: [memberIdOf('clerk'), memberIdOf('deputy')] }),
      aStudio({
        _id: OTHER,
        townId: OTHER_TOWN,
        staff: [memberIdOf('foreign')],
        grids: [{ gridId: 'g7', name: '别村网格', lanes: '', households: 1, leader: null, rev: 0 }],
      }),
      aMember('clerk', { role: 'staff' }),
      aMember('deputy', { role: 'staff' }),
      aMember('officer', { studioId: null, supervises: TOWN }),
      {
        ...aMember('foreign', { role: 'staff', studioId: OTHER }),
        check: { state: 'review' as const, text: '样例存疑', at: NOW, reason: '' },
        avatar: { fileId: 'none', state: 'review' as const, trace: 'none', at: NOW, reason: '' },
      },
      aShift('held', {
        studioId: OTHER,
        startsAt,
        endsAt,
        state: 'held',
        check: { state: 'review', at: NOW, reason: '' },
      }),
      anEntryOfTheRoster('own'),
      anEntryOfTheRoster('foreign', { studioId: OTHER, gridId: 'g7', asking: [askingOf('foreign')] }),
      aShift('foreign', { studioId: OTHER, startsAt, endsAt, grid: { gridId: 'g7', name: '别村网格' } }),
      aSession('talk', {
        studioId: OTHER,
        ...hall,
        roster: [anEntry('foreign', { post: 'seat' })],
        questions: [{ questionId: 'q7', text: '几点到', options: [], required: false }],
        desks: [{ deskId: 'd7', title: '医生', from: hall.startsAt, to: hall.endsAt, minutes: 20 }],
      }),
      aSession('own', hall),
      aFile('foreign'),
      aMember('foreignofficer', { studioId: null, supervises: OTHER_TOWN }),
    ),
  );
}

const session = { studioId: STUDIO, sessionId: eventIdOf('talk') };
const ours = { studioId: STUDIO, sessionId: eventIdOf('own') };
const SIGN_UP = {
  ...hall,
  requestId: requestIdOf('tap'),
  more: [],
  companions: 0,
  youth: null,
  answers: [],
};
const people = { studioId: STUDIO, entryId: entryIdOf('foreign'), memberId: memberIdOf('foreign') };
const shift = { studioId: STUDIO, shiftId: eventIdOf('foreign'), post: 'member' };
const one = { studioId: STUDIO, entryId: people.entryId };
const own = { studioId: STUDIO, entryId: entryIdOf('own') };
const fileIdOf = (label: string) =>
  `cloud://local-huayuan.local-files/roster/f_${label.padStart(24, '0')}.xlsx`;
const typed = {
  requestId: requestIdOf('tap'),
  rev: 0,
  name: '样例新兵',
  gridId: 'g1',
  phone: null,
  address: null,
  enlisted: null,
  discharged: null,
};
const judged = { studioId: STUDIO, at: NOW, pass: true, reason: '' };
const ofPerson = { ...judged, memberId: memberIdOf('foreign'), eventId: null };
const behind = (label: string) => ({
  studioId: STUDIO,
  text: '',
  gridId: null,
  after: { initials: '', entryId: entryIdOf(label) },
});
const grid = { name: '新网格', lanes: '', households: 1, leader: '' };
const CASES: [ActionName, string, object][] = [
  ['members.confirm', 'entryId', { ...people, same: true }],
  ['members.confirm', 'memberId', { ...people, same: true }],
  ['members.confirm', 'entryId', { ...people, same: false }],
  ['members.entry', 'entryId', one],
  ['members.entryPhone', 'entryId', one],
  ['members.issueCode', 'entryId', one],
  ['members.unlock', 'entryId', one],
  ['members.grant', 'memberId', { studioId: STUDIO, memberId: people.memberId, role: 'member' }],
  ['members.grant', 'memberId', { studioId: STUDIO, memberId: people.memberId, role: 'staff' }],
  ['members.people', 'after', { studioId: STUDIO, after: memberIdOf('foreign'), named: null }],
  ['roster.entry', 'entryId', { studioId: STUDIO, entryId: people.entryId }],
  ['roster.erase', 'entryId', { studioId: STUDIO, entryId: people.entryId }],
  ['roster.save', 'entryId', { studioId: STUDIO, entryId: people.entryId, ...typed }],
  ['roster.save', 'gridId', { ...typed, studioId: STUDIO, entryId: null, gridId: 'g7' }],
  ['roster.search', 'gridId', { studioId: STUDIO, text: '', gridId: 'g7', after: null }],
  ['roster.search', 'after.entryId', behind('foreign')],
  ['roster.preview', 'fileId', { studioId: STUDIO, fileId: fileIdOf('foreign') }],
  ['roster.import', 'fileId', { studioId: STUDIO, fileId: fileIdOf('foreign'), digest: '0'.repeat(64) }],
  ['members.judge', 'memberId', { ...ofPerson, what: 'name' }],
  ['members.judge', 'memberId', { ...ofPerson, what: 'avatar', pass: false }],
  ['members.judge', 'eventId', { ...judged, what: 'words', memberId: null, eventId: eventIdOf('held') }],
  ['members.audit', 'memberId', { studioId: STUDIO, action: null, memberId: people.memberId, from: null }],
  ['patrols.detail', 'shiftId', { studioId: STUDIO, shiftId: shift.shiftId }],
  ['patrols.join', 'shiftId', { ...shift, requestId: requestIdOf('tap'), startsAt, endsAt }],
  ['patrols.leave', 'shiftId', shift],
  [
    'activities.list',
    'after.sessionId',
    { studioId: STUDIO, which: 'coming', after: { startsAt, sessionId: session.sessionId } },
  ],
  ['activities.detail', 'sessionId', session],
  [
    'activities.publish',
    'coverFileId',
    { ...REQUESTS['activities.publish'], coverFileId: fileIdOf('foreign') },
  ],
  ['activities.change', 'sessionId', { ...session, ...FORM, ...hall, rev: 0 }],
  [
    'activities.change',
    'coverFileId',
    { ...ours, ...FORM, ...hall, rev: 0, coverFileId: fileIdOf('foreign') },
  ],
  ['activities.resize', 'sessionId', { ...session, rev: 0, seats: 9, leaving: [] }],
  ['activities.give', 'sessionId', { ...session, rev: 0, entryId: requestIdOf('a') }],
  ['activities.give', 'entryId', { ...ours, rev: 0, entryId: requestIdOf('foreign') }],
  ['activities.cancel', 'sessionId', { ...session, reason: '下雨了' }],
  ['activities.join', 'sessionId', { ...session, ...SIGN_UP }],
  [
    'activities.join',
    'more.sessionId',
    { ...ours, ...SIGN_UP, more: [{ ...hall, sessionId: session.sessionId }] },
  ],
  [
    'activities.join',
    'answers.questionId',
    { ...ours, ...SIGN_UP, answers: [{ questionId: 'q7', text: '九点' }] },
  ],
  ['activities.leave', 'sessionId', { ...session, seats: 1, cutOff: hall.startsAt - 3_600_000 }],
  ['activities.book', 'sessionId', { ...session, deskId: 'd1', at: null }],
  ['activities.book', 'deskId', { ...ours, deskId: 'd7', at: null }],
  ['activities.unbook', 'sessionId', { ...session, deskId: 'd1' }],
  ['activities.unbook', 'deskId', { ...ours, deskId: 'd7' }],
  ['patrols.joinFor', 'shiftId', { ...shift, ...own, requestId: requestIdOf('tap'), startsAt, endsAt }],
  ['patrols.joinFor', 'entryId', { ...shift, ...one, requestId: requestIdOf('tap'), startsAt, endsAt }],
  ['patrols.leaveFor', 'shiftId', { ...shift, ...own }],
  ['patrols.leaveFor', 'entryId', { ...shift, ...one }],
  ['members.saveGrid', 'gridId', { studioId: STUDIO, gridId: 'g7', rev: 0, grid }],
  ['members.dropGrid', 'gridId', { studioId: STUDIO, gridId: 'g7', rev: 0 }],
  ['members.town', 'townId', { townId: OTHER_TOWN }],
  ['members.invite', 'townId', { townId: OTHER_TOWN }],
  ['members.dismiss', 'townId', { townId: OTHER_TOWN, memberId: memberIdOf('foreignofficer') }],
  ['members.dismiss', 'memberId', { townId: TOWN, memberId: memberIdOf('foreignofficer') }],
  ['patrols.post', 'gridId', { ...REQUESTS['patrols.post'], gridId: 'g7', startsAt, endsAt }],
];
const ABSENT: Record<string, string> = {
  entryId: entryIdOf('foreigm'),
  memberId: memberIdOf('foreigm'),
  after: memberIdOf('foreigm'),
  shiftId: eventIdOf('foreigm'),
  sessionId: eventIdOf('tall'),
  questionId: 'q8',
  deskId: 'd8',
  coverFileId: fileIdOf('foreigm'),
  fileId: fileIdOf('foreigm'),
  eventId: eventIdOf('helc'),
  gridId: 'g8',
  townId: 'town-nowhere',
};
/** Made on the phone, or in the form itself, and written down nowhere else: names no record that could be somebody's. */
const NO_RECORDS = ['requestId', 'questions.questionId', 'desks.deskId'];
/** A studio that anybody may ask about or come into: there the answer tells that it exists. */
const FOR_ANYBODY: ActionName[] = ['members.studio', 'members.join'];

/** Towns are asked about by their supervisor, the rest by a clerk. */
const askerOf = (data: object) => openidOf('townId' in data ? 'officer' : 'clerk');

/** The same request with the id of nothing in that field. */
function withAbsent(data: object, field: string): object {
  const [outer = '', inner] = field.split('.');
  if (inner === undefined) return { ...data, [outer]: ABSENT[outer] };
  const below = (data as Record<string, object>)[outer] ?? {};
  const absent = (part: object) => withAbsent(part, inner);
  return { ...data, [outer]: Array.isArray(below) ? below.map(absent) : absent(below) };
}

async function seen(action: ActionName, data: object) {
  const { result, invocation } = await studio.ask(askerOf(data), action, data);
  // Ids of what is published are made of the request, which is another one.
  const said = JSON.parse(
    JSON.stringify(result).replace(/"sessionIds":\["e_\w+"\]/, '"sessionIds":[]'),
  ) as object;
  return { result: said, trips: (await studio.trips(invocation)).map((trip) => trip.action) };
}

test.each(CASES)('%s：别处的 %s 和没有的，回答一样，往返也一样', async (action, field, data) => {
  await seen(action, data);
  await fill();
  const foreign = await seen(action, data);
  await fill();
  expect(foreign.trips.length).toBeGreaterThan(0);
  expect(foreign.result).toMatchObject(
    NOT_THERE[`${action} ${field}`] ?? NOT_THERE[action] ?? { ok: false, code: 'not_found' },
  );
  expect(await seen(action, withAbsent(data, field))).toEqual(foreign);
});

/** Where nothing is refused, because a filter merely finds nothing, or where it is no more than what was seen and is not so. */
const NOT_THERE: Record<string, object> = {
  'members.people': { ok: true },
  'roster.search': { ok: true },
  'members.audit': { ok: true, data: { lines: [] } },
  'activities.list': { ok: true },
  'activities.unbook': { ok: true, data: { left: false } },
  'activities.publish coverFileId': { ok: true },
  'activities.change coverFileId': { ok: true },
  'activities.give entryId': { ok: false, code: 'changed' },
  'activities.join more.sessionId': { ok: false, code: 'changed' },
  'activities.join answers.questionId': { ok: false, code: 'answers_missing' },
};

const OF_STUDIOS = (Object.entries(REQUESTS) as [ActionName, object][]).filter(
  ([action, data]) => 'studioId' in data && !FOR_ANYBODY.includes(action),
);

test.each(OF_STUDIOS)('%s：别的工作室和没有的工作室，回答一样，往返也一样', async (action, data) => {
  await seen(action, { ...data, studioId: OTHER });
  await fill();
  const foreign = await seen(action, { ...data, studioId: OTHER });
  await fill();
  expect(await seen(action, { ...data, studioId: 'nowhere' })).toEqual(foreign);
});

test('请求里每一栏编号都试过：新的一栏没有试，这里就不过', async () => {
  const fields = (await useCases()).flatMap(({ action, schema }) =>
    idFieldsOf(schema.request)
      .filter((field) => field !== 'studioId' && !NO_RECORDS.includes(field))
      .map((field) => `${action} ${field}`),
  );
  const tried = new Set(CASES.map(([action, field]) => `${action} ${field}`));
  expect([...tried].sort()).toEqual(fields.sort());
  const ofStudios = (await useCases()).filter(({ schema }) =>
    idFieldsOf(schema.request).includes('studioId'),
  );
  expect(ofStudios.map(({ action }) => action).sort()).toEqual(
    [...OF_STUDIOS.map(([action]) => action), ...FOR_ANYBODY].sort(),
  );
});

test.each<[string, z.ZodMiniType, string[]]>([
  ['直接的', z.strictObject({ memberId: f.memberId, name: z.string() }), ['memberId']],
  ['可以空的', z.strictObject({ after: z.nullable(f.memberId) }), ['after']],
  ['名字上看不出的', z.strictObject({ who: z.optional(f.memberId) }), ['who']],
  ['一串', z.strictObject({ entries: z.array(f.entryId) }), ['entries']],
  [
    '里面的',
    z.strictObject({ to: z.union([z.strictObject({ shift: f.eventId }), z.literal('')]) }),
    ['to.shift'],
  ],
  ['形状是自己写的', z.strictObject({ visitId: z.string().check(z.minLength(1)) }), ['visitId']],
])('认得出编号：%s', (_rule, schema, fields) => {
  expect(idFieldsOf(schema)).toEqual(fields);
});
