import type { ActionName } from '../../typings/contract';
import type { RosterFileDocument } from '../../typings/documents/roster-import';
import {
  aMember,
  anEntryOfTheRoster,
  askingOf,
  aShift,
  aStudio,
  entryIdOf,
  eventIdOf,
  memberIdOf,
  openidOf,
  requestIdOf,
  STUDIO,
} from '../support/makers';
import { stored } from '../support/stored';
import { type RunningStudio, startStudio } from '../support/studio';

const NOW = Date.parse('2026-11-23T10:00:00Z');
const OTHER = 'other';
const startsAt = NOW + 3_600_000;
const endsAt = startsAt + 7_200_000;

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
      aStudio({ staff: [memberIdOf('clerk'), memberIdOf('deputy')] }),
      aStudio({ _id: OTHER, staff: [memberIdOf('foreign')] }),
      aMember('clerk', { role: 'staff' }),
      aMember('deputy', { role: 'staff' }),
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
      anEntryOfTheRoster('foreign', { studioId: OTHER, asking: [askingOf('foreign')] }),
      aShift('foreign', { studioId: OTHER, startsAt, endsAt }),
      aFile('foreign'),
    ),
  );
}

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
  ['members.people', 'after', { studioId: STUDIO, after: memberIdOf('foreign') }],
  ['roster.entry', 'entryId', { studioId: STUDIO, entryId: people.entryId }],
  ['roster.erase', 'entryId', { studioId: STUDIO, entryId: people.entryId }],
  ['roster.save', 'entryId', { studioId: STUDIO, entryId: people.entryId, ...typed }],
  ['roster.preview', 'fileId', { studioId: STUDIO, fileId: fileIdOf('foreign') }],
  ['roster.import', 'fileId', { studioId: STUDIO, fileId: fileIdOf('foreign'), digest: '0'.repeat(64) }],
  ['members.judge', 'memberId', { ...ofPerson, what: 'name' }],
  ['members.judge', 'memberId', { ...ofPerson, what: 'avatar', pass: false }],
  ['members.judge', 'eventId', { ...judged, what: 'words', memberId: null, eventId: eventIdOf('held') }],
  ['members.audit', 'memberId', { studioId: STUDIO, action: null, memberId: people.memberId, from: null }],
  ['patrols.detail', 'shiftId', { studioId: STUDIO, shiftId: shift.shiftId }],
  ['patrols.join', 'shiftId', { ...shift, requestId: requestIdOf('tap'), startsAt, endsAt }],
  ['patrols.leave', 'shiftId', shift],
  ['patrols.joinFor', 'shiftId', { ...shift, ...own, requestId: requestIdOf('tap'), startsAt, endsAt }],
  ['patrols.joinFor', 'entryId', { ...shift, ...one, requestId: requestIdOf('tap'), startsAt, endsAt }],
  ['patrols.leaveFor', 'shiftId', { ...shift, ...own }],
  ['patrols.leaveFor', 'entryId', { ...shift, ...one }],
];
const ABSENT: Record<string, string> = {
  entryId: entryIdOf('foreigm'),
  memberId: memberIdOf('foreigm'),
  after: memberIdOf('foreigm'),
  shiftId: eventIdOf('foreigm'),
  fileId: fileIdOf('foreigm'),
  eventId: eventIdOf('helc'),
};

async function seen(action: ActionName, data: object) {
  const { result, invocation } = await studio.ask(openidOf('clerk'), action, data);
  return { result, trips: (await studio.trips(invocation)).map((trip) => trip.action) };
}

test.each(CASES)('%s：别处的 %s 和没有的，回答一样，往返也一样', async (action, field, data) => {
  await seen(action, data);
  await fill();
  const foreign = await seen(action, data);
  await fill();
  expect(foreign.trips.length).toBeGreaterThan(0);
  expect(await seen(action, { ...data, [field]: ABSENT[field] })).toEqual(foreign);
});

const OF_STUDIOS: [ActionName, object][] = [
  ['members.home', {}],
  ['members.people', { after: null }],
  ['members.asking', {}],
  ['members.reviews', {}],
  ['members.audit', { action: null, memberId: null, from: null }],
  ['members.setUp', { code: 'guess' }],
  ['members.quit', {}],
  ['members.myData', { phones: 'masked' }],
  ['members.withdraw', {}],
  ['roster.search', { text: '', gridId: null, after: null }],
  ['roster.upload', {}],
  ['roster.export', {}],
  ['patrols.board', {}],
  ['patrols.mine', {}],
  ['activities.list', {}],
];
test.each(OF_STUDIOS)('%s：别的工作室和没有的工作室，回答一样，往返也一样', async (action, data) => {
  await seen(action, { ...data, studioId: OTHER });
  const foreign = await seen(action, { ...data, studioId: OTHER });
  expect(await seen(action, { ...data, studioId: 'nowhere' })).toEqual(foreign);
});
