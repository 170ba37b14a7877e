import type * as z from 'zod/mini';
import type * as activities from './activities';
import type * as audit from './audit';
import type * as members from './members';
import type * as patrols from './patrols';

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
  'patrols.board': typeof patrols.board;
  'patrols.detail': typeof patrols.detail;
  'patrols.mine': typeof patrols.mineList;
  'patrols.join': typeof patrols.join;
  'patrols.leave': typeof patrols.leave;
  'patrols.post': typeof patrols.post;
  'patrols.sweep': typeof patrols.sweep;
  'activities.list': typeof activities.list;
  'activities.detail': typeof activities.detail;
  'activities.publish': typeof activities.publish;
  'activities.change': typeof activities.change;
  'activities.resize': typeof activities.resize;
  'activities.give': typeof activities.give;
  'activities.cancel': typeof activities.cancel;
  'activities.join': typeof activities.join;
  'activities.leave': typeof activities.leave;
  'activities.book': typeof activities.book;
  'activities.unbook': typeof activities.unbook;
  'activities.sweep': typeof activities.sweep;
}

export type ActionName = keyof Actions;
export type Request<A extends ActionName> = z.infer<Actions[A]['request']>;
export type Response<A extends ActionName> = z.infer<Actions[A]['response']>;

export type { Answer, ClashDetail, Envelope, ErrorCode, Refusal } from './envelope';
export type { AskingEntry, Home, Joined, Me, MyData, PersonLine, Studio } from './members';
export type { ShiftCard, ShiftDetail, Standing } from './patrols';
export type { SessionCard, SessionDetail, SessionStanding } from './activities';
