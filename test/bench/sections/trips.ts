import type { Request } from '../../../typings/contract';
import type { Figures, Section } from '../section';
import { openidOf, requestIdOf } from '../../support/makers';
import { type RunningStudio, startStudio } from '../../support/studio';
import { PLACES, NOW, join, leave, raceVillage, runners, startOf, tapOf } from '../race/village';

const people = runners(20);
const HOURS = { first: 2, second: 3, queue: 6 };
const STUDIO = { studioId: 'huayuan' };
const COMING = { ...STUDIO, which: 'coming' as const, after: null };

/** Each action once cold (an instance that was not there) or warm (one that knows the person). */
export const trips: Section = {
  title: 'Round trips to the database and bytes, per call',
  async run() {
    const cold = await studioOf();
    const figures: Figures = {};
    try {
      await join(cold, tapOf('runner1', 'first', HOURS.first));
      figures['patrols.join, cold'] = await lastOf(cold);
      await warm(cold, figures);
    } finally {
      await cold.close();
    }
    return figures;
  },
};

function studioOf(): Promise<RunningStudio> {
  const documents = raceVillage(people, HOURS).map((stored) =>
    stored.collection === 'members' && stored.doc.openid === openidOf('runner19')
      ? {
          ...stored,
          doc: { ...stored.doc, studios: [{ studioId: 'huayuan', role: 'staff' as const, since: 0 }] },
        }
      : stored,
  );
  return startStudio({ now: NOW, documents, instances: 1 });
}

async function warm(studio: RunningStudio, figures: Figures): Promise<void> {
  const note = async (name: string, call: Promise<unknown>) => {
    await call;
    figures[name] = await lastOf(studio);
  };
  const me = openidOf('runner2');
  const shiftId = `e_${'first'.padStart(24, '0')}`;
  await note('patrols.join, warm', join(studio, tapOf('runner2', 'first', HOURS.first)));
  await note('patrols.join, refused: clash', join(studio, tapOf('runner2', 'second', HOURS.second)));
  await note(
    'patrols.join, refused: already joined',
    join(studio, tapOf('runner2', 'first', HOURS.first, 1)),
  );
  await note('patrols.leave', leave(studio, 'runner1', 'first'));
  for (const person of people.slice(3, 3 + PLACES + 1))
    await join(studio, tapOf(person, 'queue', HOURS.queue));
  await note('patrols.leave, one moves up and is told', leave(studio, 'runner3', 'queue'));
  for (const first of ['first call here', 'again']) {
    const person = first === 'again' ? me : openidOf('runner18');
    await note(`patrols.board, ${first}`, studio.call(person, 'patrols.board', STUDIO));
    if (first !== 'again') await studio.call(me, 'patrols.board', STUDIO);
  }
  await note('patrols.detail', studio.call(me, 'patrols.detail', { ...STUDIO, shiftId }));
  await note('patrols.mine', studio.call(me, 'patrols.mine', STUDIO));
  await note('members.home', studio.call(me, 'members.home', STUDIO));
  await note('activities.list', studio.call(me, 'activities.list', COMING));
  await activities(studio, note);
  await note('patrols.post', studio.call(openidOf('runner19'), 'patrols.post', posting()));
}

/** A talk for four, posted, seen, and signed up for. */
async function activities(
  studio: RunningStudio,
  note: (name: string, call: Promise<unknown>) => Promise<void>,
): Promise<void> {
  const [clerk, me] = [openidOf('runner19'), openidOf('runner2')];
  const span = { startsAt: startOf(40), endsAt: startOf(42) };
  const posted = studio.call(clerk, 'activities.publish', publication(span));
  await note('activities.publish', posted);
  const answer = await posted;
  const session = { ...STUDIO, sessionId: answer.ok ? (answer.data.sessionIds[0] ?? '') : '' };
  const tap = { requestId: requestIdOf('seat'), more: [], companions: 1, youth: null, answers: [] };
  await note('activities.join', studio.call(me, 'activities.join', { ...session, ...span, ...tap }));
  await note('activities.detail', studio.call(me, 'activities.detail', session));
  const seen = { ...session, seats: 2, cutOff: startOf(39) };
  await note('activities.leave', studio.call(me, 'activities.leave', seen));
  await note(
    'activities.resize',
    studio.call(clerk, 'activities.resize', { ...session, rev: 0, seats: 9, leaving: [] }),
  );
  await note(
    'activities.cancel',
    studio.call(clerk, 'activities.cancel', { ...session, reason: '讲的人病了' }),
  );
}

function publication(span: { startsAt: number; endsAt: number }): Request<'activities.publish'> {
  return {
    ...STUDIO,
    requestId: requestIdOf('talk'),
    activity: 'talk',
    pillar: 'heritage',
    title: '老兵宣讲',
    summary: '',
    place: '村活动室',
    spot: null,
    coverFileId: null,
    seats: 4,
    deadlineHours: 1,
    cutOffHours: 1,
    audience: 'all',
    companions: 3,
    questions: [],
    desks: [],
    spans: [span],
    seriesSignUp: false,
    opensAt: null,
  };
}

function posting(): Request<'patrols.post'> {
  return {
    ...STUDIO,
    requestId: requestIdOf('post'),
    work: 'patrol',
    title: '平安巡逻',
    gridId: 'g1',
    place: '村委会门口',
    bring: '',
    startsAt: startOf(10),
    endsAt: startOf(12),
    leaders: 1,
    members: 8,
  };
}

async function lastOf(studio: RunningStudio) {
  const all = await studio.trips();
  const requests = all.filter(({ action }) => action.startsWith('database.'));
  const invocation = (await studio.invocations()).findLast(({ person }) => person !== null);
  const sum = (of: 'bytesIn' | 'bytesOut') => requests.reduce((total, request) => total + request[of], 0);
  return {
    trips: requests.length,
    'open interfaces': all.length - requests.length,
    'bytes to the database': sum('bytesIn'),
    'bytes back': sum('bytesOut'),
    cold: invocation?.cold === true,
    failed: invocation?.error !== null,
  };
}
