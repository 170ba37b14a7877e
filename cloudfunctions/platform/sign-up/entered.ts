import type { StudioRole } from '../../../typings/documents/common';
import type { EventDocument } from '../../../typings/documents/event';
import type { Claim, MemberDocument } from '../../../typings/documents/member';
import { verdict } from '../../domain/claims';
import { takeBack } from '../store/members';

interface Tap {
  entryId: string;
  member: MemberDocument;
  role: StudioRole;
  claims: Claim[];
}

/**
 * 排进名单了没有：the event as it is now, and whether this tap stands on its roster, by this call or by an earlier one whose answer
 * got lost. If not, no claim of it is left that could still seem to be under way.
 */
export async function entered<E extends EventDocument>(
  pushed: E | null,
  readAgain: () => Promise<E | null>,
  { entryId, member, role, claims }: Tap,
  now: number,
): Promise<{ event: E | null; stands: boolean }> {
  if (pushed) return { event: pushed, stands: true };
  const event = await readAgain();
  const stands = event?.roster.some((entry) => entry.entryId === entryId && entry.leftAt === null) ?? false;
  if (stands) return { event, stands };
  const me = { memberId: member._id, role };
  const pending = claims.filter((claim) => verdict(claim, event ?? undefined, me, now) === 'pending');
  await takeBack({ _id: member._id }, pending);
  return { event, stands };
}
