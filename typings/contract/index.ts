import type * as z from 'zod/mini';
import type * as activities from './activities';
import type * as audit from './audit';
import type * as grids from './grids';
import type * as members from './members';
import type * as patrols from './patrols';
import type * as towns from './towns';

/** An action's two schemas. */
export interface ActionSchema {
  request: z.ZodMiniType;
  response: z.ZodMiniType;
}

/** Every action of the product: `<function>.<verb>`. */
export interface Actions {
  'members.home': typeof members.home;
  'members.studio': typeof members.studio;
  'members.join': typeof members.join;
  'members.me': typeof members.me;
  'members.asking': typeof members.asking;
  'members.confirm': typeof members.confirm;
  'members.people': typeof members.people;
  'members.grant': typeof members.grant;
  'members.setUp': typeof members.setUp;
  'members.quit': typeof members.quit;
  'members.myData': typeof members.myData;
  'members.correct': typeof members.correct;
  'members.forget': typeof members.forget;
  'members.audit': typeof audit.list;
  'members.grids': typeof grids.list;
  'members.saveGrid': typeof grids.save;
  'members.dropGrid': typeof grids.drop;
  'members.town': typeof towns.town;
  'members.supervise': typeof towns.supervise;
  'members.invite': typeof towns.invite;
  'members.dismiss': typeof towns.dismiss;
  'members.recount': typeof towns.recount;
  'patrols.board': typeof patrols.board;
  'patrols.detail': typeof patrols.detail;
  'patrols.mine': typeof patrols.mineList;
  'patrols.join': typeof patrols.join;
  'patrols.leave': typeof patrols.leave;
  'patrols.post': typeof patrols.post;
  'patrols.sweep': typeof patrols.sweep;
  'activities.list': typeof activities.list;
}

export type ActionName = keyof Actions;
export type Request<A extends ActionName> = z.infer<Actions[A]['request']>;
export type Response<A extends ActionName> = z.infer<Actions[A]['response']>;

export type { Answer, ClashDetail, Envelope, ErrorCode, Refusal } from './envelope';
export type { GridLine } from './grids';
export type { Town } from './towns';
export type { AskingEntry, Home, Joined, Me, MyData, PersonLine, Studio } from './members';
export type { ShiftCard, ShiftDetail, Standing } from './patrols';
export type { SessionCard } from './activities';
