import type {
  ActionName,
  ActionSchema,
  Actions,
  ErrorCode,
  Refusal,
  Request,
  Response,
} from '../../typings/contract';
import type { ClashDetail } from '../../typings/contract';
import type { AuditedAction } from '../../typings/contract/audit';
import type { Role, RoleInStudio, StudioRole } from '../../typings/documents/common';
import type { MemberDocument } from '../../typings/documents/member';
import type { Scope } from '../domain/access';

/** What every use case is given: the time, and what the pipeline made sure of. */
interface Given {
  now: number;
}

/**
 * `open`: anybody, and who it is does not matter. `visit`: anybody; the member is read fresh, null for a stranger. `look`: the
 * same, a member perhaps as of 60 s ago.
 */
export interface Visit extends Given {
  member: MemberDocument | null;
  role: RoleInStudio;
  scope: Scope;
}
/** `read`: a member, perhaps as of 60 s ago. `write`: a member as of now. */
export interface ByMember extends Given {
  member: MemberDocument;
  role: StudioRole;
  scope: Scope;
}
/** `supervise`: who supervises the town that is asked about, as of now. */
export interface BySupervisor extends Given {
  member: MemberDocument;
}
/** `guard`: the first read or write itself lets in only these roles. */
export interface ByGuard extends Given {
  openid: string;
  roles: StudioRole[];
}

interface Contexts {
  open: Given;
  visit: Visit;
  look: Visit;
  read: ByMember;
  write: ByMember;
  supervise: BySupervisor;
  guard: ByGuard;
  timer: Given;
  /** An event that the platform itself tells. */
  push: Given;
}

/** How the pipeline makes sure of the caller before `run`. */
export type Admission = keyof Contexts;

/** Who it turned out to be, and where, and which record it was about: what neither admission nor the request had to know. */
interface Actor {
  memberId: string;
  role: Role;
  studioId?: string;
  record?: string;
}
type Done<T> = { ok: true; data: T; actor?: Actor };
export type Outcome<T = unknown> = Done<T> | Refusal;

/** What the audit keeps of a call besides who and when: which record, and the names of the fields it was about. */
export interface Audited {
  record: string;
  fields: string[];
}

type ByAdmission<A extends ActionName> = {
  [K in Admission]: {
    action: A;
    schema: Actions[A];
    admission: K;
    /** Every call is written into the audit, refusals too, unless this gives null. */
    audit?: A extends AuditedAction ? (request: Request<A>) => Audited | null : never;
    run(request: Request<A>, context: Contexts[K]): Promise<Outcome<Response<A>>>;
  };
}[Admission];

/** What the pipeline sees of a use case, its types erased. */
export interface UseCase {
  action: ActionName;
  schema: ActionSchema;
  admission: Admission;
  audit?(request: unknown): Audited | null;
  run(request: unknown, context: unknown): Promise<Outcome>;
}

/** One use case: its action, its schema, how its caller is admitted, and what it does. */
export function useCase<A extends ActionName>(definition: ByAdmission<A>): UseCase {
  return definition as unknown as UseCase;
}

export const done = <T>(data: T, actor?: Actor) => ({
  ok: true as const,
  data,
  ...(actor && { actor }),
});

export function refuse(code: ErrorCode, detail?: ClashDetail): Refusal {
  return detail ? { ok: false, code, detail } : { ok: false, code };
}
