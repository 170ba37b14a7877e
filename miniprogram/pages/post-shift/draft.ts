import type { Request } from '../../../typings/contract';
import { newRequestId } from '../../services/request-id';
import { currentStudio } from '../../services/session';
import type { Span } from '../../utils/calendar';
import { dateField, endsOf, usualSpan } from '../../utils/calendar';
import { WORKS } from '../../texts/labels';
import { post as words } from '../../texts/words/post-shift';

/** Each studio has its own: another village has other grids. */
const key = () => `draft.post-shift.${currentStudio()}`;

/** 没发完的值勤：关掉小程序也还在。The request id is part of it, so however often it is sent, it is posted once. */
export interface Draft extends Span {
  requestId: string;
  work: Request<'patrols.post'>['work'];
  gridId: string;
  place: string;
  bring: string;
  members: number;
  leaders: number;
}

export type Field = keyof typeof words.problems;
export type Problems = Partial<Record<Field, string>>;

export function openDraft(present: number): Draft {
  const fresh: Draft = {
    requestId: newRequestId(),
    work: 'patrol',
    gridId: '',
    place: '',
    bring: '',
    members: 8,
    leaders: 1,
    ...usualSpan(present),
  };
  const kept = wx.getStorageSync<Draft | ''>(key());
  if (!kept) return fresh;
  const gone = kept.date < dateField(present);
  return { ...fresh, ...kept, ...(gone ? usualSpan(present) : {}) };
}

export const keepDraft = (draft: Draft) => wx.setStorageSync(key(), draft);

export const dropDraft = () => wx.removeStorageSync(key());

/** What is plainly missing; everything else is the server's to judge. */
export function problemsOf(draft: Draft, present: number): Problems {
  const { gridId, place } = draft;
  const { startsAt, endsAt } = endsOf(draft);
  return {
    ...(gridId ? {} : { grid: words.problems.grid }),
    ...(startsAt < present ? { past: words.problems.past } : {}),
    ...(startsAt < endsAt ? {} : { end: words.problems.end }),
    ...(place.trim() ? {} : { place: words.problems.place }),
  };
}

export function toRequest(draft: Draft): Omit<Request<'patrols.post'>, 'studioId'> {
  const { requestId, work, gridId, members, leaders, place, bring } = draft;
  return {
    requestId,
    work,
    gridId,
    members,
    leaders,
    title: WORKS[draft.work],
    place: place.trim(),
    bring: bring.trim(),
    ...endsOf(draft),
  };
}
