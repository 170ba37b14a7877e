import type { Request, SessionDetail } from '../../typings/contract';

const HOUR = 3_600_000;

export type SessionForm = Omit<
  Request<'activities.publish'>,
  'requestId' | 'studioId' | 'spans' | 'seriesSignUp' | 'opensAt'
>;

/** 发的时候填的那张表，从详情里还原出来：改的时候、照着再发的时候用。 */
export function formOf(detail: SessionDetail): SessionForm {
  const { activity, pillar, title, summary, place, spot, audience, companions, questions } = detail;
  const before = (at: number) => (detail.startsAt - at) / HOUR;
  return {
    ...{ activity, pillar, title, summary, place, spot, audience, companions, questions },
    coverFileId: detail.cover,
    seats: detail.seats?.all ?? null,
    deadlineHours: before(detail.deadline),
    cutOffHours: before(detail.cutOff),
    desks: detail.desks.map(({ deskId, title: named, from, to, minutes }) => ({
      ...{ deskId, title: named, from, to, minutes },
    })),
  };
}
