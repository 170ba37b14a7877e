import type { ActionName } from '../../typings/contract';
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
    ),
  );
}

const people = { studioId: STUDIO, entryId: entryIdOf('foreign'), memberId: memberIdOf('foreign') };
const shift = { studioId: STUDIO, shiftId: eventIdOf('foreign'), post: 'member' };
const CASES: [ActionName, string, object][] = [
  ['members.confirm', 'entryId', { ...people, same: true }],
  ['members.confirm', 'memberId', { ...people, same: true }],
  ['members.confirm', 'entryId', { ...people, same: false }],
  ['members.grant', 'memberId', { studioId: STUDIO, memberId: people.memberId, role: 'member' }],
  ['members.grant', 'memberId', { studioId: STUDIO, memberId: people.memberId, role: 'staff' }],
  ['members.people', 'after', { studioId: STUDIO, after: memberIdOf('foreign') }],
  ['members.audit', 'memberId', { studioId: STUDIO, action: null, memberId: people.memberId, from: null }],
  ['patrols.detail', 'shiftId', { studioId: STUDIO, shiftId: shift.shiftId }],
  ['patrols.join', 'shiftId', { ...shift, requestId: requestIdOf('tap'), startsAt, endsAt }],
  ['patrols.leave', 'shiftId', shift],
];
const ABSENT: Record<string, string> = {
  entryId: entryIdOf('foreigm'),
  memberId: memberIdOf('foreigm'),
  after: memberIdOf('foreigm'),
  shiftId: eventIdOf('foreigm'),
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
  ['members.audit', { action: null, memberId: null, from: null }],
  ['members.setUp', { code: 'guess' }],
  ['members.quit', {}],
  ['members.myData', { phones: 'masked' }],
  ['members.withdraw', {}],
  ['patrols.board', {}],
  ['patrols.mine', {}],
  ['activities.list', {}],
];
test.each(OF_STUDIOS)('%s：别的工作室和没有的工作室，回答一样，往返也一样', async (action, data) => {
  await seen(action, { ...data, studioId: OTHER });
  const foreign = await seen(action, { ...data, studioId: OTHER });
  expect(await seen(action, { ...data, studioId: 'nowhere' })).toEqual(foreign);
});
