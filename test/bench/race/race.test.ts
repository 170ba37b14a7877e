import { type Gateway, startGateway } from '../../support/gateway';
import { controlRace } from '../control/race';
import { raceThroughCrash } from './crash';
import { leaveAndReturn, raceForPlaces, tapOverlapping, tapThrice } from './races';
import { cleanRace } from './verdict';
import { NOW, raceVillage, runners } from './village';

jest.setTimeout(180_000);

const people = runners(300);
const SHIFTS = { race: 2, thrice: 5, early: 8, late: 9, again: 12, crash: 15 };
let studio: Gateway;

beforeAll(async () => {
  studio = await startGateway({ now: NOW, documents: raceVillage(people, SHIFTS) });
});
afterAll(() => studio.close());

it('three hundred people race for eight places: eight have one, the others wait in one strict order', async () => {
  expect(await raceForPlaces(studio, people, 'race', SHIFTS.race)).toEqual(cleanRace(people.length));
});

it('a hundred people who each tap three times hold one entry each', async () => {
  const hundred = people.slice(0, 100);
  expect(await tapThrice(studio, hundred, 'thrice', SHIFTS.thrice)).toEqual({
    holdOne: 100,
    accepted: 100,
    alreadyJoined: 200,
    others: 0,
  });
});

it('whoever taps two overlapping duties at once holds one of them', async () => {
  const fifty = people.slice(100, 150);
  const [first, second] = [
    { shift: 'early', hour: SHIFTS.early },
    { shift: 'late', hour: SHIFTS.late },
  ];
  expect(await tapOverlapping(studio, fifty, first, second)).toEqual({
    holdOne: 50,
    claimOne: 50,
    toldSo: 50,
  });
});

it('who leaves makes room for the ninth, and comes back as the last', async () => {
  const ten = people.slice(200, 210);
  expect(await leaveAndReturn(studio, ten, 'again', SHIFTS.again)).toEqual({
    left: { ok: true, data: { promoted: 1 } },
    returned: { ok: true, data: { post: 'member', postTitle: '队员', state: 'waiting', ahead: 1 } },
    entries: 1,
  });
});

it('a gateway killed with -9 in the middle loses nothing: repeating what got no answer completes the race', async () => {
  const { answeredBefore, repeated, ...verdict } = await raceThroughCrash(
    studio,
    people.slice(0, 150),
    'crash',
    SHIFTS.crash,
  );
  expect(verdict).toEqual(cleanRace(150));
  expect(answeredBefore).toBeGreaterThanOrEqual(50);
  expect(repeated).toBeGreaterThan(0);
});

it('the same race on a function that counts and then inserts oversells', async () => {
  const { oversold, most } = await controlRace(runners(60), 10);
  expect(oversold).toBeGreaterThan(0);
  expect(most).toBeGreaterThan(8);
});
