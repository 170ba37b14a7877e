import type { ActionName } from '../../typings/contract';
import {
  aMember,
  anEntryOfTheRoster,
  askingOf,
  aSession,
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
import { FORM } from './activities/requests';
import { type RunningStudio, startStudio } from '../support/studio';

const NOW = Date.parse('2026-11-23T10:00:00Z');
const OTHER = 'other';
const startsAt = NOW + 3_600_000;
const endsAt = startsAt + 7_200_000;
const hall = { startsAt: startsAt + 7_200_000, endsAt: endsAt + 7_200_000 };

let studio: RunningStudio;
beforeAll(async () => {
  studio = await startStudio({ now: NOW });
});
afterAll(() => studio.close());
beforeEach(fill);

async function fill() {
  await studio.reset();
  await studio.load(
    stored(
      aStudio({ staff: [memberIdOf('clerk'), memberIdOf('deputy')] }),
      aStudio({ _id: OTHER, staff: [memberIdOf('foreign')] }),
      aMember('clerk', { role: 'staff' }),
      aMember('deputy', { role: 'staff' }),
      aMember('foreign', { role: 'staff', studioId: OTHER }),
      anEntryOfTheRoster('foreign', { studioId: OTHER, asking: [askingOf('foreign')] }),
      aShift('foreign', { studioId: OTHER, startsAt, endsAt }),
      aSession('talk', { studioId: OTHER, ...hall }),
    ),
  );
}

const session = { studioId: STUDIO, sessionId: eventIdOf('talk') };
const people = { studioId: STUDIO, entryId: entryIdOf('foreign'), memberId: memberIdOf('foreign') };
const shift = { studioId: STUDIO, shiftId: eventIdOf('foreign'), post: 'member' };
const CASES: [ActionName, string, object][] = [
  ['members.confirm', 'entryId', { ...people, same: true }],
  ['members.confirm', 'memberId', { ...people, same: true }],
  ['members.confirm', 'entryId', { ...people, same: false }],
  ['members.grant', 'memberId', { studioId: STUDIO, memberId: people.memberId, role: 'member' }],
  ['members.grant', 'memberId', { studioId: STUDIO, memberId: people.memberId, role: 'staff' }],
  ['members.people', 'after', { studioId: STUDIO, after: memberIdOf('foreign') }],
  ['members.audit', 'memberId', { studioId: STUDIO, action: null, memberId: people.memberId, before: null }],
  ['patrols.detail', 'shiftId', { studioId: STUDIO, shiftId: shift.shiftId }],
  ['patrols.join', 'shiftId', { ...shift, requestId: requestIdOf('tap'), startsAt, endsAt }],
  ['patrols.leave', 'shiftId', shift],
  ['activities.detail', 'sessionId', session],
  ['activities.change', 'sessionId', { ...session, ...FORM, ...hall, rev: 0 }],
  ['activities.resize', 'sessionId', { ...session, rev: 0, seats: 9, leaving: [] }],
  ['activities.give', 'sessionId', { ...session, rev: 0, entryId: requestIdOf('a') }],
  ['activities.cancel', 'sessionId', { ...session, reason: '下雨了' }],
  [
    'activities.join',
    'sessionId',
    { ...session, ...hall, requestId: requestIdOf('tap'), more: [], companions: 0, youth: null, answers: [] },
  ],
  ['activities.leave', 'sessionId', { ...session, seats: 1, cutOff: hall.startsAt - 3_600_000 }],
  ['activities.book', 'sessionId', { ...session, deskId: 'd1', at: null }],
  ['activities.unbook', 'sessionId', { ...session, deskId: 'd1' }],
];
const ABSENT: Record<string, string> = {
  entryId: entryIdOf('foreigm'),
  memberId: memberIdOf('foreigm'),
  after: memberIdOf('foreigm'),
  shiftId: eventIdOf('foreigm'),
  sessionId: eventIdOf('tall'),
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
  ['members.audit', { action: null, memberId: null, before: null }],
  ['members.setUp', { code: 'guess' }],
  ['members.quit', {}],
  ['patrols.board', {}],
  ['patrols.mine', {}],
  ['activities.list', { which: 'coming', after: null }],
];
test.each(OF_STUDIOS)('%s：别的工作室和没有的工作室，回答一样，往返也一样', async (action, data) => {
  await seen(action, { ...data, studioId: OTHER });
  const foreign = await seen(action, { ...data, studioId: OTHER });
  expect(await seen(action, { ...data, studioId: 'nowhere' })).toEqual(foreign);
});
