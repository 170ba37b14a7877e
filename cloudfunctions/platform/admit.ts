import type { Refusal } from '../../typings/contract';
import type { Role } from '../../typings/documents/common';
import { roleIn, roleInTown, rolesFor, scopeOf } from '../domain/access';
import type { Caller } from './identity';
import { memberByOpenid } from './store/members';
import { type ByGuard, type ByMember, type BySupervisor, refuse, type UseCase, type Visit } from './use-case';

/** Who called, as far as the pipeline had to know it. */
export interface Actor {
  memberId: string | null;
  role: Role;
}

/** 在哪里：a studio or a town, as far as the request names one. */
export interface Where {
  studioId: string;
  townId: string;
}

const NOBODY: Actor = { memberId: null, role: 'visitor' };

export type Admitted = { actor: Actor; context: unknown } | { actor: Actor; refusal: Refusal };

/** Who are you, and may you: the context for `run`, or a refusal. */
export async function admit(
  { action, admission }: UseCase,
  who: Caller,
  { studioId, townId }: Where,
  now: number,
): Promise<Admitted> {
  const refused = (code: Refusal['code'], actor = NOBODY) => ({ actor, refusal: refuse(code) });
  if (admission === 'timer' || admission === 'push')
    return who[admission] ? { actor: NOBODY, context: { now } } : refused('unknown_action');
  if (who.push) return refused('unknown_action');
  if (admission === 'open' && scopeOf(action, 'visitor') !== 'none')
    return { actor: NOBODY, context: { now } };
  if (who.openid === '') return refused('not_member');
  if (admission === 'guard') {
    const context = { now, openid: who.openid, roles: rolesFor(action) } satisfies ByGuard;
    return { actor: NOBODY, context };
  }
  if (admission === 'supervise') {
    const member = await memberByOpenid.fresh(who.openid, now);
    const role = roleInTown(member, townId);
    const actor = { memberId: member?._id ?? null, role };
    return member && scopeOf(action, role) !== 'none'
      ? { actor, context: { now, member } satisfies BySupervisor }
      : refused('not_found', actor);
  }
  const mayBeOld = admission === 'read' || admission === 'look';
  const member = await memberByOpenid[mayBeOld ? 'known' : 'fresh'](who.openid, now);
  const role = roleIn(member, studioId);
  const actor = { memberId: member?._id ?? null, role };
  const scope = scopeOf(action, role);
  if (scope === 'none') return refused(role === 'visitor' ? 'not_member' : 'forbidden', actor);
  if (admission === 'visit' || admission === 'look')
    return { actor, context: { now, member, role, scope } satisfies Visit };
  if (!member || role === 'visitor') return refused('not_member', actor);
  return { actor, context: { now, member, role, scope } satisfies ByMember };
}
