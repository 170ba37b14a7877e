import { manyShifts } from '../../../local/sample/many-shifts';
import type { Response } from '../../../typings/contract';
import { type RunningStudio, startStudio } from '../../support/studio';
import { NOW } from '../race/village';
import { type Figures, type Section, rounded } from '../section';

const STUDIO = { studioId: 'huayuan' };
const COMING = { ...STUDIO, which: 'coming' as const, after: null };
const VETERAN = 'sample-veteran-4';
const IDLE = 'sample-veteran-3';

/** Documents that the database looks at, with 1,000 and with 100,000 duties stored. */
export const examined: Section = {
  title: 'Documents examined per request',
  async run() {
    const few = await measure(1_000);
    const many = await measure(100_000);
    const actions = Object.keys(few.examined);
    const byAction = actions.map((action): [string, Figures] => {
      const [before = 0, after = 0] = [few.examined[action], many.examined[action]];
      return [action, { 'of 1,000': before, 'of 100,000': after }];
    });
    return {
      ...Object.fromEntries(byAction),
      grows: actions.some((action) => (many.examined[action] ?? 0) > (few.examined[action] ?? 0)),
      'loading, s': { 'of 1,000': few.seconds, 'of 100,000': many.seconds },
    };
  },
};

async function measure(count: number) {
  const began = performance.now();
  const studio = await startStudio({ now: NOW });
  try {
    await studio.load(manyShifts(count, { now: NOW }));
    const seconds = rounded((performance.now() - began) / 1000, 1);
    return { seconds, examined: await examinedBy(studio) };
  } finally {
    await studio.close();
  }
}

async function examinedBy(studio: RunningStudio): Promise<Record<string, number>> {
  const found: Record<string, number> = {};
  const note = async (name: string) => {
    const requests = await studio.trips();
    found[name] = requests.reduce((total, request) => total + request.examined, 0);
  };
  const board = await studio.call(IDLE, 'patrols.board', STUDIO);
  await note('patrols.board');
  const gap = board.ok ? gapIn(board.data) : undefined;
  if (gap === undefined) throw new Error('no gap on the whiteboard');
  const { shiftId, startsAt, endsAt } = gap;
  await studio.call(VETERAN, 'patrols.mine', STUDIO);
  await note('patrols.mine');
  await studio.call(VETERAN, 'members.home', STUDIO);
  await note('members.home');
  await studio.call(VETERAN, 'activities.list', COMING);
  await note('activities.list');
  await studio.call(IDLE, 'patrols.detail', { ...STUDIO, shiftId });
  await note('patrols.detail');
  const tap = { ...STUDIO, shiftId, post: 'member', startsAt, endsAt };
  await studio.call(IDLE, 'patrols.join', { ...tap, requestId: 'a'.repeat(24) });
  await note('patrols.join');
  await studio.call(IDLE, 'patrols.leave', { ...STUDIO, shiftId, post: 'member' });
  await note('patrols.leave');
  return found;
}

function gapIn({ shifts }: Response<'patrols.board'>) {
  return shifts.find(({ status, startsAt }) => status === 'gap' && startsAt > NOW);
}
