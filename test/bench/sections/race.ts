import { controlRace } from '../control/race';
import { startGateway } from '../../support/gateway';
import { leaveAndReturn, raceForPlaces, tapOverlapping, tapThrice } from '../race/races';
import { NOW, raceVillage, runners } from '../race/village';
import { type Section, rounded } from '../section';

const HOURS = { race: 2, thrice: 5, early: 8, late: 9, again: 12 };

export const race: Section = {
  title: 'The race: 1,000 people for 8 places',
  async run() {
    const people = runners(1_000);
    const studio = await startGateway({ now: NOW, documents: raceVillage(people, HOURS) });
    try {
      const began = performance.now();
      const verdict = await raceForPlaces(studio, people, 'race', HOURS.race);
      const seconds = rounded((performance.now() - began) / 1000, 1);
      const thrice = await tapThrice(studio, people.slice(0, 100), 'thrice', HOURS.thrice);
      const overlapping = await tapOverlapping(
        studio,
        people.slice(100, 200),
        { shift: 'early', hour: HOURS.early },
        { shift: 'late', hour: HOURS.late },
      );
      const again = await leaveAndReturn(studio, people.slice(200, 210), 'again', HOURS.again);
      const { left, returned, entries } = again;
      return {
        race: { ...verdict, seconds },
        '100 people, three taps each': thrice,
        '100 people, two overlapping duties each': overlapping,
        'leave and return': {
          promoted: left.ok ? left.data.promoted : left.code,
          returned: returned.ok ? `${returned.data.state}, ahead ${returned.data.ahead}` : returned.code,
          entries,
        },
        'control, 1,000 people, count then insert': { ...(await controlRace(people, 1)) },
        'control, 60 people, 20 duties': { ...(await controlRace(people.slice(0, 60), 20)) },
      };
    } finally {
      await studio.close();
    }
  },
};
