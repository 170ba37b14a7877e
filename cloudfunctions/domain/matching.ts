import type { Asking, RosterEntryDocument } from '../../typings/documents/roster-entry';

/** 花名册认人：电话是微信核实过的、名字也一样，才当场认作老兵；像而不确定的，由工作人员认。 */

export interface Stranger {
  name: string;
  /** Keyed hash of their phone. */
  phoneKey: string | null;
  /** The platform vouches for the phone. */
  verified: boolean;
}

export type Match =
  | { kind: 'veteran'; entry: RosterEntryDocument }
  | { kind: 'asking'; entry: RosterEntryDocument; by: Asking['by'] }
  | { kind: 'volunteer' };

/** `candidates`: entries of the studio with this name or this phone. */
export function matchOf(candidates: RosterEntryDocument[], stranger: Stranger): Match {
  const byPhone = candidates.filter(
    (entry) => entry.phoneKey !== null && entry.phoneKey === stranger.phoneKey,
  );
  const sure = byPhone.find((entry) => entry.memberId === null && entry.name === stranger.name);
  if (sure && stranger.verified) return { kind: 'veteran', entry: sure };
  const byName = candidates.filter((entry) => entry.name === stranger.name);
  const freeFirst = (entries: RosterEntryDocument[]) =>
    entries.find((entry) => entry.memberId === null) ?? entries[0];
  const likely = sure ?? freeFirst(byPhone) ?? freeFirst(byName);
  if (!likely) return { kind: 'volunteer' };
  return { kind: 'asking', entry: likely, by: byPhone.includes(likely) ? 'phone' : 'name' };
}

/** 认出来了没有。 */
export function recognisedAs(veteran: boolean, asking: string | null | undefined) {
  if (veteran) return 'veteran' as const;
  return asking ? ('asking' as const) : ('volunteer' as const);
}

/** 139****0898 */
export const maskedPhone = (phone: string): string => `${phone.slice(0, 3)}****${phone.slice(-4)}`;
