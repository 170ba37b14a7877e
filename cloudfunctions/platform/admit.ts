import type { Refusal } from '../../typings/contract';
import { roleIn, rolesFor, scopeOf } from '../domain/access';
import type { Caller } from './identity';
import { memberByOpenid } from './store/members';
import { type ByGuard, type ByMember, refuse, type UseCase, type Visit } from './use-case';

/** Who are you, and may you: the context for `run`, or a refusal. */
export async function admit(
  { action, admission }: UseCase,
  who: Caller,
  studioId: string,
  now: number,
): Promise<{ context: unknown } | Refusal> {
  if (admission === 'timer') return who.timer ? { context: { now } } : refuse('unknown_action');
  if (admission === 'open' && scopeOf(action, 'visitor') !== 'none') return { context: { now } };
  if (who.openid === '') return refuse('not_member');
  if (admission === 'guard') {
    return { context: { now, openid: who.openid, roles: rolesFor(action) } satisfies ByGuard };
  }
  const member = await memberByOpenid[admission === 'read' ? 'known' : 'fresh'](who.openid, now);
  const role = roleIn(member, studioId);
  const scope = scopeOf(action, role);
  if (scope === 'none') return refuse(role === 'visitor' ? 'not_member' : 'forbidden');
  if (admission === 'visit') return { context: { now, member, role } satisfies Visit };
  if (!member || role === 'visitor') return refuse('not_member');
  return { context: { now, member, role, scope } satisfies ByMember };
}
