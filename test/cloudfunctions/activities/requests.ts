import { anEntry, aSession, eventIdOf, requestIdOf, STUDIO } from '../../support/makers';

/** One well-formed request of every action on activities. */

const HOUR = 3_600_000;
const STARTS = Date.parse('2026-11-23T14:00:00Z');

/** The activity that they are about, with a desk and somebody on it. */
export function aTalkAt(startsAt: number) {
  const desks = [{ deskId: 'd1', title: '医生', from: startsAt, to: startsAt + HOUR, minutes: 20 }];
  return aSession('talk', { startsAt, desks, roster: [anEntry('other', { post: 'seat' })] });
}

const talk = aTalkAt(STARTS);
const session = { studioId: STUDIO, sessionId: eventIdOf('talk') };
const span = { startsAt: talk.startsAt, endsAt: talk.endsAt };
export const FORM = {
  activity: 'talk',
  pillar: 'heritage',
  title: '老兵宣讲',
  summary: '',
  place: '村活动室',
  spot: null,
  coverFileId: null,
  seats: 30,
  deadlineHours: 1,
  cutOffHours: 1,
  audience: 'all',
  companions: 0,
  questions: [],
  desks: [],
};

export const ACTIVITY_REQUESTS = {
  'activities.list': { studioId: STUDIO, which: 'coming', after: null },
  'activities.detail': session,
  'activities.publish': {
    ...FORM,
    requestId: requestIdOf('tap'),
    studioId: STUDIO,
    spans: [span],
    seriesSignUp: false,
    opensAt: null,
  },
  'activities.change': { ...session, ...FORM, ...span, rev: 0 },
  'activities.resize': { ...session, rev: 0, seats: 40, leaving: [] },
  'activities.give': { ...session, rev: 0, entryId: requestIdOf('other') },
  'activities.cancel': { ...session, reason: '讲的人病了' },
  'activities.join': {
    ...session,
    ...span,
    requestId: requestIdOf('tap'),
    more: [],
    companions: 0,
    youth: null,
    answers: [],
  },
  'activities.leave': { ...session, seats: 1, cutOff: talk.cutOff },
  'activities.book': { ...session, deskId: 'd1', at: null },
  'activities.unbook': { ...session, deskId: 'd1' },
  'activities.sweep': {},
};
