import type { SessionDetail } from '../../../typings/contract';
import { headView } from '../../components/session-head/view';
import { changeText, standingText } from '../../texts/session';
import { activity as words } from '../../texts/words/activity-detail';
import { now, spanText, startText } from '../../utils/calendar';
import { followView } from './follow';

/** What the screen says of a session, ready to be shown. */
export function describe(detail: SessionDetail) {
  const { changes, mine, can, desks } = detail;
  const lastChange = changes[changes.length - 1];
  const on = detail.status !== 'cancelled' && detail.status !== 'over';
  const staff = can.includes('activities.publish');
  return {
    head: headView(detail),
    changed: lastChange && on ? changeText(lastChange) : '',
    stepBack: lastChange && on && can.includes('activities.leave') ? words.stepBack : '',
    hasSpot: detail.spot !== null,
    follower: detail.head && on ? words.follower : '',
    more: detail.more.map(({ sessionId, startsAt, endsAt }) => ({
      sessionId,
      when: spanText(startsAt, endsAt, now()),
    })),
    standing: mine && on ? standingText(mine) : '',
    waits: mine?.state === 'waiting',
    desks: on ? desks.map((desk) => deskView(desk, can)) : [],
    people: (detail.people ?? []).map(({ name, seats, me }, index) => ({
      key: String(index),
      name: name + (me ? words.me : '') + (seats > 1 ? ` ${seats} 位` : ''),
      me,
    })),
    hidden: detail.people === null,
    signsUp: detail.seats !== null,
    follow: followView(detail),
    staff,
    moves: can.includes('activities.change'),
    resizes: can.includes('activities.resize'),
    cancels: can.includes('activities.cancel'),
  };
}

function deskView({ deskId, title, minutes, nextFree, mine }: SessionDetail['desks'][number], can: string[]) {
  const free =
    nextFree === null ? words.noSlot : `最近空的 ${startText(nextFree, now())}，一位 ${minutes} 分钟`;
  return {
    deskId,
    title,
    text: mine === null ? free : `${words.booked} ${startText(mine, now())}`,
    books: mine === null && nextFree !== null && can.includes('activities.book'),
    unbooks: mine !== null && can.includes('activities.unbook'),
  };
}

export type ActivityView = ReturnType<typeof describe>;
