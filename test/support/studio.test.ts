import type { ShiftDocument } from '../../typings/documents/event';
import { STUDIO, aMember, aShift, aStudio, eventIdOf, openidOf, requestIdOf } from './makers';
import { type RunningStudio, startStudio } from './studio';

const NOW = Date.UTC(2026, 10, 24, 4);
const startsAt = NOW + 7 * 3_600_000;
let studio: RunningStudio;

beforeAll(async () => {
  studio = await startStudio({
    now: NOW,
    documents: [
      { collection: 'studios', doc: aStudio() },
      { collection: 'members', doc: aMember('wang') },
      { collection: 'events', doc: aShift('tonight', { startsAt }) },
    ],
  });
});
afterAll(() => studio.close());

it('calls a built function as a person, and shows the answer, the stored document and the trips', async () => {
  const answer = await studio.call(openidOf('wang'), 'patrols.join', {
    requestId: requestIdOf('tap'),
    studioId: STUDIO,
    shiftId: eventIdOf('tonight'),
    post: 'member',
    startsAt,
    endsAt: startsAt + 2 * 3_600_000,
  });
  expect(answer).toMatchObject({ ok: true, data: { state: 'placed' } });
  expect(await studio.trips()).toHaveLength(2);
  const shift = await studio.document<ShiftDocument>('events', eventIdOf('tonight'));
  expect(shift?.roster).toMatchObject([{ entryId: requestIdOf('tap'), at: NOW }]);
  expect(shift?.joined).toEqual({ leader: 0, member: 1 });
});
