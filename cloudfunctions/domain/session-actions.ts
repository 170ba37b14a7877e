import type { ActionName, SessionStanding } from '../../typings/contract';
import type { SessionDocument } from '../../typings/documents/event';
import type { Scope } from './access';
import { nextFree } from './desks';
import { isFollower, lastEnd, seatPost, statusOf } from './session';
import type { Viewer } from './session-detail';

interface Look {
  mine: SessionStanding | null;
  viewer: Viewer;
  scope: Scope;
}

/** 这一场现在能做的事，不论是谁。 */
export function actionsOn(session: SessionDocument, look: Look, now: number): ActionName[] {
  const takesSignUps = ['open', 'full'].includes(statusOf(session, now)) && seatPost(session) !== null;
  if (look.scope === 'public') return takesSignUps ? ['members.join'] : [];
  return [...ownActions(session, look, takesSignUps, now), ...staffActions(session, look, now)];
}

function ownActions(session: SessionDocument, { mine, viewer }: Look, takesSignUps: boolean, now: number) {
  const actions: ActionName[] = [];
  const fits = session.audience !== 'veterans' || viewer.veteran;
  if (!mine && takesSignUps && fits) actions.push('activities.join');
  if (mine && session.state === 'open' && !isFollower(session) && lastEnd(session) > now)
    actions.push('activities.leave');
  const on = session.state === 'open' && session.endsAt > now;
  const mayBook = mine !== null || session.posts.length === 0;
  if (on && mayBook && session.desks.some((desk) => nextFree(session, desk, now) !== null))
    actions.push('activities.book');
  if (session.endsAt > now && session.bookings.some(({ memberId }) => memberId === viewer.memberId))
    actions.push('activities.unbook');
  return actions;
}

function staffActions(session: SessionDocument, { scope }: Look, now: number): ActionName[] {
  if (scope !== 'studio') return [];
  // 照这一次的再发.
  const actions: ActionName[] = ['activities.publish'];
  if (session.state !== 'open' || session.endsAt <= now) return actions;
  actions.push('activities.change', 'activities.cancel');
  if (seatPost(session)) actions.push('activities.resize');
  if (session.held > 0) actions.push('activities.give');
  return actions;
}
