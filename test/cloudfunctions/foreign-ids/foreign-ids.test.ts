import type { ActionName } from '../../../typings/contract';
import { idFieldsOf } from '../../support/id-fields';
import { openidOf } from '../../support/makers';
import { type RunningStudio, startStudio } from '../../support/studio';
import { useCases } from '../../support/use-cases';
import { REQUESTS } from '../access/requests';
import { ABSENT, CASES, NOT_THERE } from './cases';
import { NOW, OTHER, villages } from './villages';

/** Made on the phone, or in the form itself, and written down nowhere else: names no record that could be somebody's. */
const NO_RECORDS = ['requestId', 'questions.questionId', 'desks.deskId'];
/** A studio that anybody may ask about or come into: there the answer tells that it exists. */
const FOR_ANYBODY: ActionName[] = ['members.studio', 'members.join'];

let studio: RunningStudio;
beforeAll(async () => {
  studio = await startStudio({ now: NOW });
});
afterAll(() => studio.close());
beforeEach(fill);

async function fill() {
  await studio.reset();
  await studio.load(villages());
}

/** Towns are asked about by their supervisor, the rest by a clerk. */
const askerOf = (data: object) => openidOf('townId' in data ? 'officer' : 'clerk');

/** The same request with the id of nothing in that field. */
function withAbsent(action: ActionName, data: object, field: string): object {
  const [outer = '', inner] = field.split('.');
  if (inner === undefined) return { ...data, [outer]: ABSENT[`${action} ${outer}`] ?? ABSENT[outer] };
  const below = (data as Record<string, object>)[outer] ?? {};
  const absent = (part: object) => withAbsent(action, part, inner);
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
  expect(await seen(action, withAbsent(action, data, field))).toEqual(foreign);
});

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
