import type { Refusal } from '../../../typings/contract';
import type { StudioRole } from '../../../typings/documents/common';
import type { MemberDocument } from '../../../typings/documents/member';
import type { RosterEntryDocument } from '../../../typings/documents/roster-entry';
import type { Claims } from '../../domain/claims';
import { newStandIn } from '../../domain/stand-in';
import { claimFor } from './claim-time';
import { newMemberId } from '../ids';
import { insertMember } from '../store/memberships';
import { entryById } from '../store/roster-entries';
import { dropStandIn, nameStandIn } from '../store/stand-ins';
import { refuse } from '../use-case';

/** The person may get an account, or another leader make the stand-in, between two trips. */
const ROUNDS = 4;

/** 替花名册上的一位占住时间：their account's, or their stand-in's, which is made when it is first needed. */
export async function claimForPerson(
  entryId: string,
  roles: StudioRole[],
  claims: Claims,
  now: number,
): Promise<MemberDocument | Refusal> {
  for (let round = 0; round < ROUNDS; round++) {
    const entry = await entryById(claims[0].studioId, entryId);
    if (!entry) return refuse('not_found');
    const claimed = entry.memberId
      ? await claimFor({ _id: entry.memberId }, roles, claims, now)
      : await claimAsStandIn(entry, roles, claims, now);
    if (claimed && !isGone(claimed)) return claimed;
  }
  return refuse('changed');
}

const isGone = (answer: MemberDocument | Refusal) => 'ok' in answer && answer.code === 'not_member';

/** Null: look at the entry again. */
async function claimAsStandIn(
  entry: RosterEntryDocument,
  roles: StudioRole[],
  claims: Claims,
  now: number,
): Promise<MemberDocument | Refusal | null> {
  const named = entry.standIn ?? (await nameStandIn(entry, newMemberId()))?.standIn;
  if (!named) return null;
  const fresh = newStandIn(named, entry, claims, now);
  if (entry.standIn === null && (await insertMember(fresh))) return fresh;
  const asNamed = async () => {
    const claimed = await claimFor({ _id: named }, roles, claims, now);
    return 'ok' in claimed ? claimed : { ...claimed, name: entry.name };
  };
  const claimed = await asNamed();
  if (!isGone(claimed)) return claimed;
  // Named and never made.
  if (await insertMember(fresh)) return fresh;
  // Made by another leader in between, or merged into an account that has gone since.
  const made = await asNamed();
  if (!isGone(made)) return made;
  await dropStandIn(entry, named);
  return null;
}
