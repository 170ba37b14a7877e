import type { EventDocument } from '../../typings/documents/event';
import type { What } from './audience';
import { messageTime } from './calendar';
import { promotionMessage, thing } from './notices';

export interface Message {
  template: 'promoted' | 'changed' | 'reminder';
  /** Without a leading slash. */
  page: string;
  data: Record<string, { value: string }>;
}

/** 要说的话：which template, which page it opens, and its fields. */
export function messageAbout(event: EventDocument, what: What): Message {
  const path =
    event.kind === 'shift'
      ? `pages/shift-detail/index?shiftId=${event._id}`
      : `pages/activity-detail/index?sessionId=${event._id}`;
  const page = `${path}&studio=${event.studioId}`;
  if (what === 'promoted') return { template: 'promoted', page, data: seatMessage(event) };
  const data = {
    thing1: thing(event.title),
    time2: { value: messageTime(event.startsAt) },
    thing3: thing(event.place),
    thing4: thing(sentenceOf(event, what)),
  };
  return { template: what === 'reminder' ? 'reminder' : 'changed', page, data };
}

const seatMessage = (event: EventDocument) =>
  event.kind === 'shift'
    ? promotionMessage(event)
    : { ...promotionMessage(event), thing4: thing('有位子了，您排上了，到时请来') };

function sentenceOf(event: EventDocument, what: Exclude<What, 'promoted'>): string {
  switch (what) {
    case 'cancelled':
      return ['已取消', event.kind === 'session' ? event.cancelledFor : ''].filter(Boolean).join('：');
    case 'removed':
      return '名额减了，这次没有您的位子，抱歉';
    case 'changed':
      return '时间或地点改了，不方便可以退出';
    case 'reminder':
      return '快开始了，来不了请退出';
  }
}
