import { home } from '../../typings/contract/members';
import type { EventDocument, SessionDocument, ShiftDocument } from '../../typings/documents/event';
import { allowed } from '../domain/access';
import { dayStart } from '../domain/calendar';
import { sessionCardOf } from '../domain/session-view';
import { cardOf } from '../domain/shift-view';
import { homeCards } from '../platform/store/events';
import { done, useCase } from '../platform/use-case';

const DAYS_OF_SESSIONS = 14;
/** 首页每一栏最多几条，其余在各自的页里。 */
const MOST = 5;

/** 首页：下一班、今天哪里缺人、最近的活动。 */
export default useCase({
  action: 'members.home',
  schema: home,
  admission: 'visit',
  async run({ studioId }, { member, role, now }) {
    if (!member || role === 'visitor') return done(strangersHome);
    const events = await homeCards(
      studioId,
      member._id,
      member.claims.filter((claim) => claim.to > now).map((claim) => claim.ref),
      { from: dayStart(now), to: dayStart(now, 1) },
      { from: now, to: dayStart(now, DAYS_OF_SESSIONS) },
    );
    const cards = events
      .filter(isShift)
      .map((shift) => cardOf(shift, { memberId: member._id, role }, now))
      .filter((card) => card.status === 'gap' || card.status === 'full');
    const tomorrow = dayStart(now, 1);
    const gaps = cards.filter((card) => card.status === 'gap' && !card.mine && card.startsAt < tomorrow);
    return done({
      me: { name: member.name, role, veteran: member.veteran },
      next: cards.find((card) => card.mine) ?? null,
      gaps: gaps.slice(0, MOST),
      gapCount: gaps.length,
      sessions: events
        .filter(isSession)
        .filter(({ endsAt }) => endsAt > now)
        .map((session) => sessionCardOf(session, member._id, now))
        .slice(0, MOST),
      can: allowed(role, [
        'patrols.board',
        'patrols.post',
        'patrols.mine',
        'activities.list',
        'activities.publish',
      ]),
    });
  },
});

const strangersHome = {
  me: { name: '', role: 'visitor' as const, veteran: false },
  next: null,
  gaps: [],
  gapCount: 0,
  sessions: [],
  can: [],
};

const isShift = (event: EventDocument): event is ShiftDocument => event.kind === 'shift';
const isSession = (event: EventDocument): event is SessionDocument => event.kind === 'session';
