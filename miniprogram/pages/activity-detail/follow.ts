import type { SessionDetail } from '../../../typings/contract';
import { reasonText } from '../../texts/session';
import { now, startText } from '../../utils/calendar';

type Follow = NonNullable<SessionDetail['follow']>;

const seatsText = (seats: number) => (seats > 1 ? `（${seats} 位）` : '');
const line = (text: string, index: number) => ({ key: String(index), text });

/** 带活动的人要跟进的，写成一行一行。 */
export function followView({ follow, can, questions, seats }: SessionDetail) {
  if (!follow) return null;
  const mayGive = can.includes('activities.give');
  const placed = follow.placed.filter(({ answers }) => answers.some(Boolean));
  return {
    held: mayGive ? follow.held : 0,
    waiting: follow.waiting.map(({ entryId, name, seats: wanted, at }) => ({
      key: entryId,
      entryId,
      text: `${name}${seatsText(wanted)} · ${startText(at, now())}`,
      gives: mayGive && wanted <= follow.held,
    })),
    left: follow.left
      .map(({ name, seats: gone, at }) => `${name}${seatsText(gone)} · ${startText(at, now())}`)
      .map(line),
    toRing: follow.toRing.map(({ name, why }) => `${name}：${reasonText(why)}`).map(line),
    answers: [...placed, ...follow.waiting.filter(({ answers }) => answers.some(Boolean))]
      .map(({ name, answers }) => `${name}：${answersText(questions, answers)}`)
      .map(line),
    bookings: follow.bookings
      .map(({ desk, at, name }) => `${startText(at, now())} ${desk}：${name}`)
      .map(line),
    taken: seats ? follow.placed.reduce((sum, party) => sum + party.seats, 0) : 0,
  };
}

const answersText = (questions: SessionDetail['questions'], answers: Follow['placed'][number]['answers']) =>
  questions.flatMap(({ text }, index) => (answers[index] ? [`${text} ${answers[index]}`] : [])).join('；');
