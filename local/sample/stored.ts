import type {
  EventDocument,
  MemberDocument,
  RosterEntryDocument,
  StudioDocument,
} from '../../typings/documents';

/** A document with the collection it lies in, one line of an import. */
export type Stored =
  | { collection: 'studios'; doc: StudioDocument }
  | { collection: 'members'; doc: MemberDocument }
  | { collection: 'rosterEntries'; doc: RosterEntryDocument }
  | { collection: 'events'; doc: EventDocument };
