import type { Refusal, Request } from '../../typings/contract';
import { join } from '../../typings/contract/members';
import type { MemberDocument } from '../../typings/documents/member';
import type { RosterEntryDocument } from '../../typings/documents/roster-entry';
import { membershipIn } from '../domain/access';
import { named, ownName, type Verdict } from '../domain/checks';
import { matchOf, recognisedAs } from '../domain/matching';
import { newcomer, type Newcomer } from '../domain/newcomer';
import { carryOver } from '../platform/carry-over';
import { verdictOn } from '../platform/content-security';
import { newMemberId } from '../platform/ids';
import { phoneOf } from '../platform/phone-number';
import { lookUpKey } from '../platform/secrets';
import { memberByOpenid } from '../platform/store/members';
import { addMembership, insertMember, settleAsking } from '../platform/store/memberships';
import { phoneOfMember, sealedPhone } from '../platform/store/person';
import { askFor, candidatesFor, entryOf, tieEntry } from '../platform/store/roster-entries';
import { adopt } from '../platform/store/stand-ins';
import { studioById } from '../platform/store/studios';
import { type ByGuard, done, refuse, useCase } from '../platform/use-case';

/** 加入工作室：名字对上花名册就是老兵，像的等工作人员认，别的先做志愿者。Repeating it completes it. */
export default useCase({
  action: 'members.join',
  schema: join,
  admission: 'guard',
  audit: ({ phone }) => ({ record: 'myself', fields: phone ? ['name', 'phone'] : ['name'] }),
  async run(request, { openid, now }) {
    const { studioId, name } = request;
    const phone = await numberOf(request.phone);
    if (phone === undefined) return repeated(request, openid, now);
    const verdict = await verdictOn([name], openid);
    if (verdict === 'risky') return refuse('unsafe_text');

    const phoneKey = phone && lookUpKey('phone', phone);
    const candidates = await candidatesFor(studioId, name, phoneKey);
    if (candidates.length === 0 && !(await studioById.known(studioId, now))) return refuse('not_found');
    const verified = request.phone !== null && 'code' in request.phone;
    const who = newcomer(request, matchOf(candidates, { name, phoneKey, verified }), now);
    const standIn = candidates.find((entry) => entry._id === who.entryId)?.standIn ?? null;
    const member = await admitted(openid, { who, phone, verdict }, standIn);
    return 'ok' in member ? member : finished(member, who, candidates, now);
  },
});

/** The phone that was given: null none, undefined where WeChat does not know the code. */
async function numberOf(phone: Request<'members.join'>['phone']): Promise<string | null | undefined> {
  if (phone === null) return null;
  return 'typed' in phone ? phone.typed : ((await phoneOf(phone.code)) ?? undefined);
}

/** A code works once, for five minutes. */
const CODE_LIFE = 5 * 60_000;

/**
 * Where the answer to a first call got lost, its repeat finds the person inside, and writes what a crash kept that call from:
 * the phone that it brought stands in their document, and in their first studio it is what made them a veteran whom no entry is tied to.
 */
async function repeated({ studioId, consent }: Request<'members.join'>, openid: string, now: ByGuard['now']) {
  const member = await memberByOpenid.fresh(openid, now);
  const membership = membershipIn(member, studioId);
  if (!member || !membership) return refuse('bad_code');
  const name = ownName(member);
  const own = await entryOf(studioId, member._id);
  if (own) await carryOver(own, now);
  if (own || now - membership.since > CODE_LIFE) return joined(member, studioId);
  const number = phoneOfMember(member);
  const phoneKey = number && lookUpKey('phone', number);
  const candidates = await candidatesFor(studioId, name, phoneKey);
  const verified = member.veteran && member.studios.length === 1;
  const match = matchOf(candidates, { name, phoneKey, verified });
  const { entryId } = newcomer({ studioId, name, phone: null, consent }, match, now);
  return finished(member, { membership, entryId }, candidates, now);
}

/** The member document with this membership: their stand-in's, a new one, or the one that another studio knows. */
async function admitted(
  openid: string,
  { who, phone, verdict }: { who: Newcomer; phone: string | null; verdict: Verdict },
  standIn: string | null,
): Promise<MemberDocument | Refusal> {
  const _id = newMemberId();
  const nameFor = (before: MemberDocument | null) => named(who.name, verdict, who.consent.at, before);
  const sealed = (memberId: string) => (phone === null ? null : sealedPhone(memberId, phone));
  const adopted = standIn && (await adopt(standIn, openid, { ...who, phone: sealed(standIn) }));
  if (adopted) return adopted;
  const { name, check } = nameFor(null);
  const fresh: MemberDocument = {
    _id,
    v: 1,
    openid,
    name,
    ...(check && { check }),
    veteran: who.veteran,
    phone: sealed(_id),
    consent: who.consent,
    studios: [who.membership],
    supervises: null,
    claims: [],
  };
  if (await insertMember(fresh)) return fresh;
  const known = await memberByOpenid.fresh(openid, who.consent.at);
  if (!known) return refuse('unavailable');
  return (await addMembership(known._id, who, nameFor(known), sealed(known._id))) ?? known;
}

/** Ties the roster entry, or puts the person on its list; both can be repeated. */
async function finished(
  member: MemberDocument,
  { membership, entryId }: Pick<Newcomer, 'membership' | 'entryId'>,
  candidates: RosterEntryDocument[],
  now: number,
) {
  const { studioId } = membership;
  const mine = candidates.find((entry) => entry._id === entryId);
  if (mine && member.veteran) {
    const tied = await tieEntry(mine, member._id);
    if (tied) await carryOver(tied, now);
    else if ((await entryOf(studioId, member._id)) === null) {
      await settleAsking(member._id, studioId, false);
      return joined({ ...member, veteran: false }, studioId);
    }
  }
  const asks = membershipIn(member, studioId)?.asking;
  const asked = asks && candidates.find((entry) => entry._id === asks);
  if (asked) {
    const by = asked.name === ownName(member) ? 'name' : 'phone';
    await askFor(studioId, asked._id, { memberId: member._id, name: member.name, by, at: now });
  }
  return joined(member, studioId);
}

function joined(member: MemberDocument, studioId: string) {
  const membership = membershipIn(member, studioId);
  if (!membership) return refuse('unavailable');
  const { role, asking } = membership;
  return done(
    {
      name: ownName(member),
      role,
      recognised: recognisedAs(member.veteran, asking),
      only: member.studios.length === 1,
    },
    { memberId: member._id, role },
  );
}
