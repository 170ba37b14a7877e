import type { Request, SessionDetail } from '../../../typings/contract';
import { change as words } from '../../texts/words/change-activity';
import type { Span } from '../../utils/calendar';
import { dateField, endsOf, hourField } from '../../utils/calendar';
import { formOf } from '../../utils/session-form';

/** 改时间地点的一张小表。 */
export interface Move extends Span {
  place: string;
}

export const moveOf = ({ startsAt, endsAt, place }: SessionDetail): Move => ({
  date: dateField(startsAt),
  start: hourField(startsAt),
  end: hourField(endsAt),
  place,
});

/** Why it cannot be sent; empty: it can. */
export function moveProblem(move: Move, detail: SessionDetail, present: number): string {
  const { startsAt, endsAt } = endsOf(move);
  const place = move.place.trim();
  if (startsAt === detail.startsAt && endsAt === detail.endsAt && place === detail.place) return words.same;
  if (startsAt >= endsAt) return words.problems.end;
  if (endsAt < present) return words.problems.past;
  return place ? '' : words.problems.place;
}

/** The desks move along with the start; a spot on the map belongs to the place before. */
export function toChange(move: Move, detail: SessionDetail): Omit<Request<'activities.change'>, 'studioId'> {
  const { startsAt, endsAt } = endsOf(move);
  const later = startsAt - detail.startsAt;
  const place = move.place.trim();
  const form = formOf(detail);
  return {
    ...form,
    ...{ startsAt, endsAt, place, sessionId: detail.sessionId, rev: detail.rev },
    spot: place === detail.place ? form.spot : null,
    desks: form.desks.map((desk) => ({ ...desk, from: desk.from + later, to: desk.to + later })),
  };
}
