import type { SessionDetail } from '../../../typings/contract';
import { newRequestId } from '../../services/request-id';
import type { Span } from '../../utils/calendar';
import { at, dateField, endsOf, hourField, now } from '../../utils/calendar';
import type { SessionForm } from '../../utils/session-form';
import { formOf } from '../../utils/session-form';
import type { Template } from './templates';

const DAY = 24 * 3_600_000;
const MINUTE = 60_000;
const USUAL_SEATS = 40;

/** 咨询台：from an hour of the day until the activity ends. */
export interface DeskDraft {
  deskId: string;
  title: string;
  from: string;
  minutes: number;
}

type Kept = 'activity' | 'pillar' | 'title' | 'summary' | 'place' | 'spot' | 'coverFileId';
type Rules = 'audience' | 'companions' | 'questions' | 'deadlineHours';

/** 没发完的活动：关掉小程序也还在。The request id is part of it, so however often it is sent, it is posted once. */
export interface Draft extends Span, Pick<SessionForm, Kept | Rules> {
  requestId: string;
  signUp: boolean;
  seats: number;
  desks: DeskDraft[];
  weeks: number;
  seriesSignUp: boolean;
  later: boolean;
  openDate: string;
  openHour: string;
}

/** 照哪一场再发的，草稿各存各的。 */
const keyOf = (copied: string) => `draft.post-activity${copied && `.${copied}`}`;

export const keepDraft = (draft: Draft, copied: string) => wx.setStorageSync(keyOf(copied), draft);
export const dropDraft = (copied: string) => wx.removeStorageSync(keyOf(copied));

/** What was not sent last time; a day that has gone by is moved on. */
export function keptDraft(copied: string, present: number): Draft | null {
  const kept = wx.getStorageSync<Draft | ''>(keyOf(copied));
  if (!kept) return null;
  const gone = kept.date < dateField(present);
  return gone ? { ...kept, date: nextSameWeekday(at(kept.date, kept.start), present) } : kept;
}

/** The same day of the week, and not today. */
function nextSameWeekday(from: number, present: number): string {
  const weeks = Math.max(1, Math.ceil((present + DAY - from) / (7 * DAY)));
  return dateField(from + weeks * 7 * DAY);
}

/** A Saturday at least three days ahead. */
function usualDate(present: number): string {
  const SATURDAY = Date.parse('2026-11-28T00:00:00+08:00');
  const weeks = Math.ceil((present + 3 * DAY - SATURDAY) / (7 * DAY));
  return dateField(SATURDAY + weeks * 7 * DAY);
}

const sending = (present: number) => ({
  requestId: newRequestId(),
  weeks: 1,
  seriesSignUp: false,
  later: false,
  openDate: dateField(present + DAY),
  openHour: '08:00',
});

/** 这一种活动通常的样子，再改。 */
export function draftFrom({ minutes, start, usual }: Template, present: number): Draft {
  const date = usualDate(present);
  return {
    ...sending(present),
    ...usual,
    ...{ summary: '', spot: null, coverFileId: null, deadlineHours: 24, desks: [] },
    ...{ date, start, end: hourField(at(date, start) + minutes * MINUTE) },
  };
}

/** 照这一场再发：the same weekday, next. */
export function draftLike(detail: SessionDetail, present: number): Draft {
  const form = formOf(detail);
  const { activity, pillar, title, summary, place, spot, coverFileId } = form;
  const { audience, companions, questions, deadlineHours, seats, desks } = form;
  return {
    ...sending(present),
    ...{ activity, pillar, title, summary, place, spot, coverFileId },
    ...{ audience, companions, questions, deadlineHours },
    signUp: seats !== null,
    seats: seats ?? USUAL_SEATS,
    desks: desks.map(({ deskId, title: who, from, minutes }) => {
      return { deskId, title: who, minutes, from: hourField(from) };
    }),
    date: nextSameWeekday(detail.startsAt, present),
    start: hourField(detail.startsAt),
    end: hourField(detail.endsAt),
  };
}

/** When it opens; null: now. */
export const opensAt = ({ later, openDate, openHour }: Draft) => (later ? at(openDate, openHour) : null);

/** One a week, in order. */
export function spansOf(draft: Draft): { startsAt: number; endsAt: number }[] {
  const { startsAt, endsAt } = endsOf(draft);
  return Array.from({ length: draft.weeks }, (_, week) => ({
    startsAt: startsAt + week * 7 * DAY,
    endsAt: endsAt + week * 7 * DAY,
  }));
}

export const earliest = () => dateField(now());
