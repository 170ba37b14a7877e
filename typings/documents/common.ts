/** What somebody is in one studio; a visitor is no member of it. */
export type Role = 'visitor' | StudioRole;
/** The roles a studio grants. */

export type StudioRole = 'member' | 'squadLeader' | 'staff';

export type Pillar = 'heritage' | 'care' | 'learning' | 'governance';

/** 加密的一段文字：AES-256-GCM，`k` names the key, all three in base64url. */
export interface Sealed {
  k: string;
  n: string;
  c: string;
}
