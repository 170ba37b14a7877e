import type { ErrorCode, Request } from '../../typings/contract';
import type { Post, ShiftDocument } from '../../typings/documents/event';
import type { MemberDocument } from '../../typings/documents/member';
import type { StudioDocument } from '../../typings/documents/studio';
import { isPlausibleSpan } from './span';

/** 新班次能不能发。 */
export function postRefusal(
  request: Request<'patrols.post'>,
  studio: StudioDocument | null,
  now: number,
): ErrorCode | null {
  if (!studio?.grids.some((grid) => grid.gridId === request.gridId)) return 'not_found';
  if (request.endsAt <= now) return 'past';
  return isPlausibleSpan(request, now) ? null : 'bad_request';
}

/** 新班次的文档。 */
export function newShift(
  shiftId: string,
  request: Request<'patrols.post'>,
  studio: StudioDocument,
  author: MemberDocument,
  now: number,
): ShiftDocument {
  const { work, title, place, bring, startsAt, endsAt, gridId } = request;
  const posts = [
    leaderPost(request.leaders),
    { code: 'member', title: '队员', headCount: request.members, roles: EVERYBODY },
  ].filter((post) => post.headCount > 0);
  return {
    _id: shiftId,
    v: 1,
    studioId: studio._id,
    kind: 'shift',
    work,
    pillar: 'governance',
    title,
    grid: { gridId, name: studio.grids.find((grid) => grid.gridId === gridId)?.name ?? '' },
    place,
    bring,
    startsAt,
    endsAt,
    state: 'open',
    posts,
    roster: [],
    joined: Object.fromEntries(posts.map((post) => [post.code, 0])),
    notices: [],
    unsent: 0,
    createdBy: author._id,
    createdAt: now,
  };
}

const EVERYBODY: Post['roles'] = ['member', 'squadLeader', 'staff'];

/** 带队要老班长来。 */
function leaderPost(headCount: number): Post {
  return { code: 'leader', title: '带队', headCount, roles: ['squadLeader', 'staff'] };
}
