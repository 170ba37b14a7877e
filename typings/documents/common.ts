/** The roles a studio grants. */
export type StudioRole = 'member' | 'squadLeader' | 'staff';
/** What somebody is in one studio; a visitor is no member of it. */
export type RoleInStudio = 'visitor' | StudioRole;
/** 镇级督查 belongs to a town and acts as one only there. */
export type Role = RoleInStudio | 'supervisor';

export type Pillar = 'heritage' | 'care' | 'learning' | 'governance';

/** 加密的一段文字：AES-256-GCM，`k` names the key, all three in base64url. */
export interface Sealed {
  k: string;
  n: string;
  c: string;
}
