import type { ActionName } from '../../typings/contract';
import type { Role, StudioRole } from '../../typings/documents/common';
import type { MemberDocument, Membership } from '../../typings/documents/member';

/**
 * `public`: what a card in a group chat may show. `own`: about myself and what all members see. `studio`: all of this studio.
 * `timer`: no person at all.
 */
export type Scope = 'none' | 'public' | 'own' | 'studio';

/** 谁能做什么：每个动作一行，缺一行就编译不过。 */
export const ACCESS: Record<ActionName, Record<Role, Scope> | 'timer'> = {
  'members.home': { visitor: 'own', member: 'own', squadLeader: 'own', staff: 'studio' },
  'members.studio': { visitor: 'own', member: 'own', squadLeader: 'own', staff: 'own' },
  'members.join': { visitor: 'own', member: 'own', squadLeader: 'own', staff: 'own' },
  'members.me': { visitor: 'own', member: 'own', squadLeader: 'own', staff: 'own' },
  'members.asking': { visitor: 'none', member: 'none', squadLeader: 'none', staff: 'studio' },
  'members.confirm': { visitor: 'none', member: 'none', squadLeader: 'none', staff: 'studio' },
  'members.people': { visitor: 'none', member: 'none', squadLeader: 'none', staff: 'studio' },
  'members.grant': { visitor: 'none', member: 'none', squadLeader: 'none', staff: 'studio' },
  'members.setUp': { visitor: 'none', member: 'own', squadLeader: 'own', staff: 'own' },
  'members.quit': { visitor: 'none', member: 'own', squadLeader: 'own', staff: 'own' },
  'members.myData': { visitor: 'own', member: 'own', squadLeader: 'own', staff: 'own' },
  'members.correct': { visitor: 'own', member: 'own', squadLeader: 'own', staff: 'own' },
  'members.forget': { visitor: 'own', member: 'own', squadLeader: 'own', staff: 'own' },
  'members.audit': { visitor: 'none', member: 'none', squadLeader: 'none', staff: 'studio' },
  'patrols.board': { visitor: 'none', member: 'own', squadLeader: 'own', staff: 'own' },
  'patrols.detail': { visitor: 'public', member: 'own', squadLeader: 'studio', staff: 'studio' },
  'patrols.mine': { visitor: 'none', member: 'own', squadLeader: 'own', staff: 'own' },
  'patrols.join': { visitor: 'none', member: 'own', squadLeader: 'own', staff: 'own' },
  'patrols.leave': { visitor: 'none', member: 'own', squadLeader: 'own', staff: 'own' },
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
};

export function scopeOf(action: ActionName, role: Role): Scope {
  const row = ACCESS[action];
  return row === 'timer' ? 'none' : row[role];
}

/** The roles a guard lets through. */
export function rolesFor(action: ActionName): StudioRole[] {
  const roles: StudioRole[] = ['member', 'squadLeader', 'staff'];
  return roles.filter((role) => scopeOf(action, role) !== 'none');
}

export function membershipIn(member: MemberDocument | null, studioId: string): Membership | undefined {
  return member?.studios.find((studio) => studio.studioId === studioId);
}

export function roleIn(member: MemberDocument | null, studioId: string): Role {
  return membershipIn(member, studioId)?.role ?? 'visitor';
}

/** Those of `actions` that this role may do at all: pages show their buttons by it. */
export function allowed(role: Role, actions: ActionName[]): ActionName[] {
  return actions.filter((action) => scopeOf(action, role) !== 'none');
}
