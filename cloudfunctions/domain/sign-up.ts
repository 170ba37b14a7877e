import type { ErrorCode, Request } from '../../typings/contract';
import type { StudioRole } from '../../typings/documents/common';
import type { EventDocument } from '../../typings/documents/event';
import { present } from './roster';

/** 报名没成的原因，按固定先后；guard and reasons say the same, one for the database, one for people. */
export function joinRefusal(
  event: EventDocument | null,
  request: Request<'patrols.join'>,
  me: { memberId: string; role: StudioRole },
  now: number,
): ErrorCode {
  if (!event || event.studioId !== request.studioId || event.kind !== 'shift') return 'not_found';
  if (event.state !== 'open') return 'closed';
  if (event.endsAt <= now) return 'past';
  if (present(event).some((entry) => entry.memberId === me.memberId)) return 'already_joined';
  if (event.startsAt !== request.startsAt || event.endsAt !== request.endsAt) return 'changed';
  const post = event.posts.find((candidate) => candidate.code === request.post);
  if (!post) return 'no_such_post';
  if (!post.roles.includes(me.role)) return 'post_not_for_you';
  return 'changed';
}

/** 退出没成的原因。 */
export function leaveRefusal(
  event: EventDocument | null,
  studioId: string,
  memberId: string,
  now: number,
): ErrorCode {
  if (!event || event.studioId !== studioId || event.kind !== 'shift') return 'not_found';
  if (event.endsAt <= now) return 'past';
  return present(event).some((entry) => entry.memberId === memberId) ? 'changed' : 'not_joined';
}
