import type { Request } from '../../typings/contract';
import type { MemberDocument, Membership } from '../../typings/documents/member';
import type { Match } from './matching';

/** 新来的人带着什么进来。 */
export interface Newcomer extends Pick<MemberDocument, 'name' | 'veteran'> {
  consent: { version: number; at: number };
  membership: Membership;
  /** The roster entry that is theirs for sure. */
  entryId: string | null;
}

export function newcomer(
  { studioId, name, consent }: Request<'members.join'>,
  match: Match,
  now: number,
): Newcomer {
  const veteran = match.kind === 'veteran';
  const asking = match.kind === 'asking' ? match.entry._id : null;
  return {
    name,
    veteran,
    consent: { version: consent, at: now },
    membership: { studioId, role: 'member', since: now, asking },
    entryId: veteran ? match.entry._id : null,
  };
}
