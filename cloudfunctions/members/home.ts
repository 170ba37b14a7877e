import { home } from '../../typings/contract/members';
import type { EventDocument, SessionDocument, ShiftDocument } from '../../typings/documents/event';
import { allowed, roleIn } from '../domain/access';
import { dayStart } from '../domain/calendar';
import { ownName } from '../domain/checks';
import { sessionCardOf } from '../domain/session-view';
import { cardOf } from '../domain/shift-view';
import { type AtHome, atHome } from '../platform/store/home';
import { done, useCase } from '../platform/use-case';

const DAYS_OF_SESSIONS = 14;
/** 首页每一栏最多几条，其余在各自的页里。 */
const MOST = 5;

/** 首页：下一班、今天哪里缺人、最近的活动；打开小程序只问这一次，一次往返。 */
export default useCase({
  action: 'members.home',
  schema: home,
  admission: 'guard',
  async run({ studioId }, { openid, now }) {
    const tomorrow = dayStart(now, 1);
    const found = await atHome(openid, studioId, {
      day: { from: dayStart(now), to: tomorrow },
      sessions: { from: now, to: dayStart(now, DAYS_OF_SESSIONS) },
      now,
    });
    const { member, events } = found ?? { member: null, events: [] };
    const role = roleIn(member, studioId);
    if (!found || !member || role === 'visitor') return done(strangersHome(found));
    const cards = events
      .filter(isShift)
      .map((shift) => cardOf(shift, { memberId: member._id, role }, now))
      .filter((card) => card.status === 'gap' || card.status === 'full');
    const gaps = cards.filter((card) => card.status === 'gap' && !card.mine && card.startsAt < tomorrow);
    return done({
      me: { name: ownName(member), role, veteran: member.veteran },
      next: cards.find((card) => card.mine) ?? null,
      gaps: gaps.slice(0, MOST),
      gapCount: gaps.length,
      sessions: events
        .filter(isSession)
        .filter(({ endsAt }) => endsAt > now)
        .map((session) => sessionCardOf(session, member._id, now))
        .slice(0, MOST),
      ...elsewhere(found),
      asking: role === 'staff' ? found.asking : 0,
      can: allowed(role, [
        'patrols.board',
        'patrols.post',
        'patrols.mine',
        'activities.list',
        'activities.publish',
        'members.people',
      ]),
    });
  },
});

/** 这里的访客：nothing of the studio, and what they are elsewhere. */
const strangersHome = (found: AtHome | null) => ({
  me: { name: found?.member.name ?? '', role: 'visitor' as const, veteran: false },
  next: null,
  gaps: [],
  gapCount: 0,
  sessions: [],
  ...elsewhere(found),
  asking: 0,
  can: [],
});

/** 我在哪些工作室，督查哪个镇。 */
const elsewhere = (found: AtHome | null) => ({
  studios: (found?.studios ?? []).map(({ _id, name }) => ({ studioId: _id, name })),
  town: found?.town ? { townId: found.town._id, name: found.town.name } : null,
});

const isShift = (event: EventDocument): event is ShiftDocument => event.kind === 'shift';
const isSession = (event: EventDocument): event is SessionDocument => event.kind === 'session';
