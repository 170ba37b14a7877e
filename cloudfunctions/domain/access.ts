import type { ActionName } from '../../typings/contract';
import type { Role, RoleInStudio, StudioRole } from '../../typings/documents/common';
import type { MemberDocument, Membership } from '../../typings/documents/member';

/**
 * `public`: what a card in a group chat may show. `own`: about myself and what all members see. `studio`: all of this studio.
 * `town`: what a town keeps of itself and its studios.
 */
export type Scope = 'none' | 'public' | 'own' | 'studio' | 'town';

/** `supervisor`: only who supervises the town that is asked about, whatever they are in a studio. `timer`, `push`: no person at all. */
type Row = Record<RoleInStudio, Scope> | 'supervisor' | 'timer' | 'push';

/** 谁能做什么：每个动作一行，缺一行就编译不过。督查在工作室里没有别的名分，是什么就是什么。 */
export const ACCESS: Record<ActionName, Row> = {
  'members.home': { visitor: 'own', member: 'own', squadLeader: 'own', staff: 'studio' },
  'members.studio': { visitor: 'own', member: 'own', squadLeader: 'own', staff: 'own' },
  'members.join': { visitor: 'own', member: 'own', squadLeader: 'own', staff: 'own' },
  'members.me': { visitor: 'own', member: 'own', squadLeader: 'own', staff: 'own' },
  'members.asking': { visitor: 'none', member: 'none', squadLeader: 'none', staff: 'studio' },
  'members.confirm': { visitor: 'none', member: 'none', squadLeader: 'none', staff: 'studio' },
  'members.entry': { visitor: 'none', member: 'none', squadLeader: 'none', staff: 'studio' },
  'members.entryPhone': { visitor: 'none', member: 'none', squadLeader: 'none', staff: 'studio' },
  'members.issueCode': { visitor: 'none', member: 'none', squadLeader: 'none', staff: 'studio' },
  'members.unlock': { visitor: 'none', member: 'none', squadLeader: 'none', staff: 'studio' },
  'members.scanIn': { visitor: 'own', member: 'own', squadLeader: 'own', staff: 'own' },
  'members.people': { visitor: 'none', member: 'none', squadLeader: 'none', staff: 'studio' },
  'members.grant': { visitor: 'none', member: 'none', squadLeader: 'none', staff: 'studio' },
  'members.setUp': { visitor: 'none', member: 'own', squadLeader: 'own', staff: 'own' },
  'members.quit': { visitor: 'none', member: 'own', squadLeader: 'own', staff: 'own' },
  'members.myData': { visitor: 'own', member: 'own', squadLeader: 'own', staff: 'own' },
  'members.correct': { visitor: 'own', member: 'own', squadLeader: 'own', staff: 'own' },
  'members.setAvatar': { visitor: 'own', member: 'own', squadLeader: 'own', staff: 'own' },
  'members.pictureChecked': 'push',
  'members.reviews': { visitor: 'none', member: 'none', squadLeader: 'none', staff: 'studio' },
  'members.judge': { visitor: 'none', member: 'none', squadLeader: 'none', staff: 'studio' },
  'members.withdraw': { visitor: 'own', member: 'own', squadLeader: 'own', staff: 'own' },
  'members.forget': { visitor: 'own', member: 'own', squadLeader: 'own', staff: 'own' },
  'members.tend': 'timer',
  'members.audit': { visitor: 'none', member: 'none', squadLeader: 'none', staff: 'studio' },
  'members.grids': { visitor: 'none', member: 'none', squadLeader: 'none', staff: 'studio' },
  'members.saveGrid': { visitor: 'none', member: 'none', squadLeader: 'none', staff: 'studio' },
  'members.dropGrid': { visitor: 'none', member: 'none', squadLeader: 'none', staff: 'studio' },
  'members.town': 'supervisor',
  'members.supervise': { visitor: 'own', member: 'own', squadLeader: 'own', staff: 'own' },
  'members.invite': 'supervisor',
  'members.dismiss': 'supervisor',
  'patrols.board': { visitor: 'none', member: 'own', squadLeader: 'own', staff: 'own' },
  'patrols.detail': { visitor: 'public', member: 'own', squadLeader: 'studio', staff: 'studio' },
  'patrols.mine': { visitor: 'none', member: 'own', squadLeader: 'own', staff: 'own' },
  'patrols.join': { visitor: 'none', member: 'own', squadLeader: 'own', staff: 'own' },
  'patrols.leave': { visitor: 'none', member: 'own', squadLeader: 'own', staff: 'own' },
  'patrols.joinFor': { visitor: 'none', member: 'none', squadLeader: 'studio', staff: 'studio' },
  'patrols.leaveFor': { visitor: 'none', member: 'none', squadLeader: 'studio', staff: 'studio' },
  'patrols.post': { visitor: 'none', member: 'none', squadLeader: 'none', staff: 'studio' },
  'patrols.sweep': 'timer',
  'activities.list': { visitor: 'none', member: 'own', squadLeader: 'own', staff: 'studio' },
  'activities.detail': { visitor: 'public', member: 'own', squadLeader: 'studio', staff: 'studio' },
  'activities.publish': { visitor: 'none', member: 'none', squadLeader: 'none', staff: 'studio' },
  'activities.change': { visitor: 'none', member: 'none', squadLeader: 'none', staff: 'studio' },
  'activities.resize': { visitor: 'none', member: 'none', squadLeader: 'none', staff: 'studio' },
  'activities.give': { visitor: 'none', member: 'none', squadLeader: 'none', staff: 'studio' },
  'activities.cancel': { visitor: 'none', member: 'none', squadLeader: 'none', staff: 'studio' },
  'activities.join': { visitor: 'none', member: 'own', squadLeader: 'own', staff: 'own' },
  'activities.leave': { visitor: 'none', member: 'own', squadLeader: 'own', staff: 'own' },
  'activities.book': { visitor: 'none', member: 'own', squadLeader: 'own', staff: 'own' },
  'activities.unbook': { visitor: 'none', member: 'own', squadLeader: 'own', staff: 'own' },
  'activities.sweep': 'timer',
  'roster.search': { visitor: 'none', member: 'none', squadLeader: 'studio', staff: 'studio' },
  'roster.entry': { visitor: 'none', member: 'none', squadLeader: 'none', staff: 'studio' },
  'roster.save': { visitor: 'none', member: 'none', squadLeader: 'none', staff: 'studio' },
  'roster.erase': { visitor: 'none', member: 'none', squadLeader: 'none', staff: 'studio' },
  'roster.upload': { visitor: 'none', member: 'none', squadLeader: 'none', staff: 'studio' },
  'roster.preview': { visitor: 'none', member: 'none', squadLeader: 'none', staff: 'studio' },
  'roster.import': { visitor: 'none', member: 'none', squadLeader: 'none', staff: 'studio' },
  'roster.export': { visitor: 'none', member: 'none', squadLeader: 'none', staff: 'studio' },
  'roster.sweep': 'timer',
};

export function scopeOf(action: ActionName, role: Role): Scope {
  const row = ACCESS[action];
  if (row === 'timer' || row === 'push') return 'none';
  if (row === 'supervisor') return role === 'supervisor' ? 'town' : 'none';
  return role === 'supervisor' ? 'none' : row[role];
}

/** The roles a guard lets through. */
export function rolesFor(action: ActionName): StudioRole[] {
  const roles: StudioRole[] = ['member', 'squadLeader', 'staff'];
  return roles.filter((role) => scopeOf(action, role) !== 'none');
}

export function membershipIn(member: MemberDocument | null, studioId: string): Membership | undefined {
  return member?.studios.find((studio) => studio.studioId === studioId);
}

export function roleIn(member: MemberDocument | null, studioId: string): RoleInStudio {
  return membershipIn(member, studioId)?.role ?? 'visitor';
}

/** What somebody is in a town. */
export const roleInTown = (member: MemberDocument | null, townId: string) =>
  member?.supervises === townId ? ('supervisor' as const) : ('visitor' as const);

/** Those of `actions` that this role may do at all: pages show their buttons by it. */
export function allowed(role: Role, actions: ActionName[]): ActionName[] {
  return actions.filter((action) => scopeOf(action, role) !== 'none');
}
