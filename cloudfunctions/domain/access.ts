import type { ActionName } from '../../typings/contract';
import type { MemberDocument, Role, StudioRole } from '../../typings/documents';

/** `own`: about myself and what all members see. `studio`: all of this studio. `timer`: no person at all. */
export type Scope = 'none' | 'own' | 'studio';

/** 谁能做什么：每个动作一行，缺一行就编译不过。 */
export const ACCESS: Record<ActionName, Record<Role, Scope> | 'timer'> = {
  'members.home': { visitor: 'own', member: 'own', squadLeader: 'own', staff: 'studio' },
  'members.studio': { visitor: 'own', member: 'own', squadLeader: 'own', staff: 'own' },
  'patrols.board': { visitor: 'none', member: 'own', squadLeader: 'own', staff: 'own' },
  'patrols.detail': { visitor: 'none', member: 'own', squadLeader: 'studio', staff: 'studio' },
  'patrols.mine': { visitor: 'none', member: 'own', squadLeader: 'own', staff: 'own' },
  'patrols.join': { visitor: 'none', member: 'own', squadLeader: 'own', staff: 'own' },
  'patrols.leave': { visitor: 'none', member: 'own', squadLeader: 'own', staff: 'own' },
  'patrols.post': { visitor: 'none', member: 'none', squadLeader: 'none', staff: 'studio' },
  'patrols.sweep': 'timer',
  'activities.list': { visitor: 'none', member: 'own', squadLeader: 'own', staff: 'own' },
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

export function roleIn(member: MemberDocument | null, studioId: string): Role {
  return member?.studios.find((studio) => studio.studioId === studioId)?.role ?? 'visitor';
}

/** Those of `actions` that this role may do at all: pages show their buttons by it. */
export function allowed(role: Role, actions: ActionName[]): ActionName[] {
  return actions.filter((action) => scopeOf(action, role) !== 'none');
}
