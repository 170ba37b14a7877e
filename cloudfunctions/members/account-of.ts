import type { MemberDocument } from '../../typings/documents/member';
import type { RosterEntryDocument } from '../../typings/documents/roster-entry';
import { membershipIn } from '../domain/access';
import { newMemberId } from '../platform/ids';
import { memberByOpenid } from '../platform/store/members';
import { addMembership, insertMember, settleAsking } from '../platform/store/memberships';
import { answerAsking, entryOf } from '../platform/store/roster-entries';
import { adopt } from '../platform/store/stand-ins';

/** `new`: a veteran by this code; `known`: they were one already; `other`: the code is not for them. */
interface Account {
  member: MemberDocument;
  kind: 'new' | 'known' | 'other';
}

/**
 * 扫码的人的账号：the stand-in's document where they have none, else a new one; or the one they have. Staff show codes, they do not use them;
 * and who is another line of the roster is not this one too. Null: the account has just been deleted.
 */
export async function accountOf(
  entry: RosterEntryDocument,
  openid: string,
  consent: { version: number; at: number },
): Promise<Account | null> {
  const { studioId, standIn, name } = entry;
  const membership = { studioId, role: 'member' as const, since: consent.at, asking: null };
  const person = { name, veteran: true, phone: null, consent };
  const adopted = standIn && (await adopt(standIn, openid, { ...person, membership }));
  if (adopted) return { member: adopted, kind: 'new' };
  const fresh: MemberDocument = {
    _id: newMemberId(),
    v: 1,
    openid,
    ...person,
    studios: [membership],
    supervises: null,
    claims: [],
  };
  if (await insertMember(fresh)) return { member: fresh, kind: 'new' };

  const known = await memberByOpenid.fresh(openid, consent.at);
  if (!known) return null;
  const here = membershipIn(known, studioId);
  if (!here) return added(known, membership, consent);
  if (here.role === 'staff') return { member: known, kind: 'other' };
  const own = await entryOf(studioId, known._id);
  if (own && own._id !== entry._id) return { member: known, kind: 'other' };
  if (known.veteran && !here.asking) return { member: known, kind: 'known' };
  const settled = await settleAsking(known._id, studioId, true);
  if (here.asking) await answerAsking(studioId, here.asking, known._id);
  return settled && { member: settled, kind: known.veteran ? 'known' : 'new' };
}

/** Another studio knows them. */
async function added(
  known: MemberDocument,
  membership: MemberDocument['studios'][number],
  consent: { version: number; at: number },
): Promise<Account | null> {
  const newcomer = { name: known.name, veteran: true, consent, membership, entryId: null };
  const member = await addMembership(
    known._id,
    newcomer,
    { name: known.name, check: known.check ?? null },
    null,
  );
  return member && { member, kind: known.veteran ? 'known' : 'new' };
}
