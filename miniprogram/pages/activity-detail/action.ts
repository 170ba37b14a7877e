import type { SessionDetail } from '../../../typings/contract';
import { activity as words } from '../../texts/words/activity-detail';
import { now } from '../../utils/calendar';

/** 底下那一个大按钮：报名、先排队、退出、陌生人的我要参加、去第一场，或者没有。 */
export interface MainAction {
  kind: 'join' | 'leave' | 'become' | 'first';
  text: string;
  /** Joining means waiting, or leaving gives the seats to somebody who waits: ask first. */
  queues: boolean;
}

/** What the server lets me do here with so many seats. `left`: I have just left. */
export function mainAction(detail: SessionDetail, seats: number, left: boolean): MainAction | null {
  const { mine, can, head, waiting, cutOff } = detail;
  if (mine && can.includes('activities.leave')) {
    const queues = mine.state === 'placed' && waiting > 0 && now() < cutOff;
    return { kind: 'leave', text: words.leave, queues };
  }
  if (head && ['open', 'full'].includes(detail.status))
    return { kind: 'first', text: mine ? words.seeFirst : words.toFirst, queues: false };
  if (can.includes('members.join')) return { kind: 'become', text: words.strangerJoin, queues: false };
  if (mine || !can.includes('activities.join')) return null;
  const queues = waiting > 0 || (detail.seats?.free ?? 0) < seats;
  return { kind: 'join', text: queues ? words.queue : left ? words.again : words.join, queues };
}
