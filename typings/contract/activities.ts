import * as z from 'zod/mini';
import * as f from './fields';

/** 活动的一场。 */
export const sessionCard = z.object({
  sessionId: f.eventId,
  activity: f.activityKind,
  pillar: f.pillar,
  title: z.string(),
  place: z.string(),
  summary: z.string(),
  startsAt: f.time,
  endsAt: f.time,
  cancelled: z.boolean(),
});
export type SessionCard = z.infer<typeof sessionCard>;

/** 最近 30 天的活动，按时间先后。 */
export const list = {
  request: z.strictObject({ studioId: f.studioId }),
  response: z.object({ sessions: z.array(sessionCard) }),
};
