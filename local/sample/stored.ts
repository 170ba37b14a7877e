import type { EventDocument } from '../../typings/documents/event';
import type { MemberDocument } from '../../typings/documents/member';
import type { RosterEntryDocument } from '../../typings/documents/roster-entry';
import type { StudioDocument } from '../../typings/documents/studio';
import type { TownDocument } from '../../typings/documents/town';

/** A document with the collection it lies in, one line of an import. */
export type Stored =
  | { collection: 'studios'; doc: StudioDocument }
  | { collection: 'towns'; doc: TownDocument }
  | { collection: 'members'; doc: MemberDocument }
  | { collection: 'rosterEntries'; doc: RosterEntryDocument }
  | { collection: 'events'; doc: EventDocument };
