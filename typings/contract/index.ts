import type * as z from 'zod/mini';
import type * as activities from './activities';
import type * as audit from './audit';
import type * as grids from './grids';
import type * as members from './members';
import type * as patrols from './patrols';
import type * as scan from './scan';
import type * as roster from './roster';
import type * as reviews from './reviews';
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
  'members.entry': typeof scan.entry;
  'members.entryPhone': typeof scan.entryPhone;
  'members.issueCode': typeof scan.issueCode;
  'members.unlock': typeof scan.unlock;
  'members.scanIn': typeof scan.scanIn;
  'members.people': typeof members.people;
  'members.grant': typeof members.grant;
  'members.setUp': typeof members.setUp;
  'members.quit': typeof members.quit;
  'members.myData': typeof members.myData;
  'members.correct': typeof members.correct;
  'members.withdraw': typeof members.withdraw;
  'members.forget': typeof members.forget;
  'members.setAvatar': typeof reviews.setAvatar;
  'members.pictureChecked': typeof reviews.pictureChecked;
  'members.reviews': typeof reviews.reviews;
  'members.judge': typeof reviews.judge;
  'members.tend': typeof members.tend;
  'members.audit': typeof audit.list;
  'members.grids': typeof grids.list;
  'members.saveGrid': typeof grids.save;
  'members.dropGrid': typeof grids.drop;
  'members.town': typeof towns.town;
  'members.supervise': typeof towns.supervise;
  'members.invite': typeof towns.invite;
  'members.dismiss': typeof towns.dismiss;
  'patrols.board': typeof patrols.board;
  'patrols.detail': typeof patrols.detail;
  'patrols.mine': typeof patrols.mineList;
  'patrols.join': typeof patrols.join;
  'patrols.leave': typeof patrols.leave;
  'patrols.joinFor': typeof patrols.joinFor;
  'patrols.leaveFor': typeof patrols.leaveFor;
  'patrols.post': typeof patrols.post;
  'patrols.sweep': typeof patrols.sweep;
  'roster.search': typeof roster.search;
  'roster.entry': typeof roster.entry;
  'roster.save': typeof roster.save;
  'roster.erase': typeof roster.erase;
  'roster.upload': typeof roster.upload;
  'roster.preview': typeof roster.preview;
  'roster.import': typeof roster.importSheet;
  'roster.export': typeof roster.exportSheet;
  'roster.sweep': typeof roster.sweep;
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
export type { GridLine } from './grids';
export type { Town } from './towns';
export type { AskingEntry, Home, Joined, Me, MyData, PersonLine, Studio } from './members';
export type { RosterPerson, ScanCodePicture, Scanned } from './scan';
export type { ShiftCard, ShiftDetail, Standing } from './patrols';
export type { SessionCard, SessionDetail, SessionStanding } from './activities';
export type { EntryLine, RosterEntry, RosterField, RosterPlace, RowProblem, SheetPreview } from './roster';
export type { ReviewItem } from './reviews';
