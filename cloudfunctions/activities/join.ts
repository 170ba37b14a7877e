import type { Request } from '../../typings/contract';
import { join } from '../../typings/contract/activities';
import type { MemberDocument } from '../../typings/documents/member';
import { roleIn } from '../domain/access';
import type { Claims } from '../domain/claims';
import { sessionStandingOf } from '../domain/session-detail';
import {
  answeredOnly,
  audiencesFor,
  entryOf,
  joinSessionRefusal,
  requestRefusal,
  sessionClaims,
} from '../domain/session-sign-up';
import { verdictOn } from '../platform/content-security';
import { claimFor } from '../platform/sign-up/claim-time';
import { entered } from '../platform/sign-up/entered';
import { pushSeat } from '../platform/store/session-roster';
import { sessionById } from '../platform/store/sessions';
import { done, refuse, useCase } from '../platform/use-case';

/** 报名：先占住我的时间，再排进名单；两次写都由数据库判定。 */
export default useCase({
  action: 'activities.join',
  schema: join,
  admission: 'guard',
  async run(asked, { openid, roles, now }) {
    const refusal = requestRefusal(asked, now);
    if (refusal) return refuse(refusal);
    const request = answeredOnly(asked);
    const words = request.answers.map(({ text }) => text);
    // Answers are for staff, who would be asked about what is in doubt: only what is sure to be wrong stops a sign-up.
    if ((await verdictOn(words, openid)) === 'risky') return refuse('unsafe_text');
    const claims = sessionClaims(request, now);
    const claimed = await claimFor({ openid }, roles, claims, now);
    return 'ok' in claimed ? claimed : takeSeat(request, claimed, claims, now);
  },
});

async function takeSeat(
  request: Request<'activities.join'>,
  member: MemberDocument,
  claims: Claims,
  now: number,
) {
  const { studioId, sessionId, requestId } = request;
  const role = roleIn(member, studioId);
  if (role === 'visitor') return refuse('not_member');
  const pushed = await pushSeat(request, entryOf(request, member, now), audiencesFor(request, member), role);
  const tap = { entryId: requestId, member, role, claims };
  const { event, stands } = await entered(
    pushed,
    () => sessionById(studioId, sessionId, member._id),
    tap,
    now,
  );
  const standing = event && stands ? sessionStandingOf(event, member._id) : null;
  return standing ? done(standing) : refuse(joinSessionRefusal(event, request, member, now));
}
