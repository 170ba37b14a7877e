import type { Request } from '../../typings/contract';
import { supervise } from '../../typings/contract/towns';
import type { MemberDocument } from '../../typings/documents/member';
import type { TownDocument } from '../../typings/documents/town';
import { named, type Verdict } from '../domain/checks';
import { verdictOn } from '../platform/content-security';
import { isDeploymentCode } from '../platform/deployment-code';
import { newMemberId } from '../platform/ids';
import { inviteKey } from '../platform/invite-code';
import { memberByOpenid } from '../platform/store/members';
import { insertMember, removeMember } from '../platform/store/memberships';
import {
  firstSupervisor,
  giveTown,
  invitedSupervisor,
  listsSupervisor,
  townOfStudio,
} from '../platform/store/towns';
import { takeTry } from '../platform/store/tries';
import { type ByGuard, done, refuse, useCase } from '../platform/use-case';

/**
 * 凭码当镇级督查：`TOWN_SETUP_CODE` of the deployment makes the first one, once; a colleague's invitation makes another. First the
 * town's list, then the person: a crash between leaves nobody who may act, and repeating completes it.
 */
export default useCase({
  action: 'members.supervise',
  schema: supervise,
  admission: 'guard',
  audit: () => ({ record: 'town', fields: ['supervisors'] }),
  async run(request, { openid, now }) {
    if (!(await takeTry(openid, now))) return refuse('too_many_tries');
    const town = await townOfStudio(request.studioId);
    const known = await memberByOpenid.fresh(openid, now);
    if (!town) return refuse('bad_code');
    const memberId = known?._id ?? newMemberId();
    const opens = kindOf(town, request.code, known, now);
    if (opens === null) return refuse('bad_code');
    if (known?.supervises && known.supervises !== town._id) return refuse('bad_code');
    const verdict = known ? 'pass' : await verdictOn([request.name], openid);
    if (verdict === 'risky') return refuse('unsafe_text');

    if (!known && !(await insertMember(account(memberId, request, verdict, { openid, now }))))
      return refuse('changed');
    const listed = await OPENED[opens](town._id, memberId, request.code, now);
    if (!listed) {
      // Somebody else came with it in the meantime: what was made for this person goes again.
      if (!known) await removeMember(openid);
      return refuse('bad_code');
    }
    await giveTown(memberId, town._id);
    const data = { town: { townId: town._id, name: town.name } };
    return done(data, { memberId, role: 'supervisor' });
  },
});

type Opens = 'first' | 'invited' | 'again';

/** What the code is good for: nobody gets an account for a wrong one. */
function kindOf(town: TownDocument, code: string, known: MemberDocument | null, now: number): Opens | null {
  const { invite, setUpAt } = town;
  if (isDeploymentCode('TOWN_SETUP_CODE', town._id, code)) {
    if (setUpAt === null) return 'first';
    return known && town.supervisors.includes(known._id) ? 'again' : null;
  }
  const fits = invite !== null && invite.until > now && invite.hash === inviteKey(town._id, code);
  return fits && (invite.usedBy === null || invite.usedBy === known?._id) ? 'invited' : null;
}

/** Each decided by the database: of two who come with the same code one is let in. */
const OPENED: Record<
  Opens,
  (townId: string, memberId: string, code: string, now: number) => Promise<unknown>
> = {
  first: (townId, memberId, _code, now) => firstSupervisor(townId, memberId, now),
  invited: (townId, memberId, code, now) => invitedSupervisor(townId, inviteKey(townId, code), memberId, now),
  again: (townId, memberId) => listsSupervisor(townId, memberId),
};

/** Somebody of the town office, in no studio. */
function account(
  memberId: string,
  { name: typed, consent }: Request<'members.supervise'>,
  verdict: Verdict,
  { openid, now }: Pick<ByGuard, 'openid' | 'now'>,
): MemberDocument {
  const { name, check } = named(typed, verdict, now, null);
  return {
    _id: memberId,
    v: 1,
    openid,
    name,
    ...(check && { check }),
    veteran: false,
    phone: null,
    consent: { version: consent, at: now },
    studios: [],
    supervises: null,
    claims: [],
  };
}
