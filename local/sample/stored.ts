import type { AuditDocument } from '../../typings/documents/audit';
import type { ErasureDocument } from '../../typings/documents/erasure';
import type { EventDocument } from '../../typings/documents/event';
import type { MemberDocument } from '../../typings/documents/member';
import type { RosterEntryDocument } from '../../typings/documents/roster-entry';
import type { RosterFileDocument } from '../../typings/documents/roster-import';
import type { StudioDocument } from '../../typings/documents/studio';
import type { TownDocument } from '../../typings/documents/town';
import type { TriesDocument } from '../../typings/documents/tries';

/** A document with the collection it lies in, one line of an import. */
export type Stored =
  | { collection: 'studios'; doc: StudioDocument }
  | { collection: 'towns'; doc: TownDocument }
  | { collection: 'members'; doc: MemberDocument }
  | { collection: 'rosterEntries'; doc: RosterEntryDocument }
  | { collection: 'rosterFiles'; doc: RosterFileDocument }
  | { collection: 'events'; doc: EventDocument }
  | { collection: 'audit'; doc: AuditDocument }
  | { collection: 'erasures'; doc: ErasureDocument }
  | { collection: 'tries'; doc: TriesDocument };
