import { app } from '../app';

const database = app.database();

/** Of collections.json. */
type Collection =
  | 'studios'
  | 'members'
  | 'rosterEntries'
  | 'rosterJournal'
  | 'rosterFiles'
  | 'rosterErased'
  | 'events'
  | 'tries'
  | 'audit';

export const _ = database.command;
/** A collection of collections.json. */
export const collection = (name: Collection) => database.collection(name);
/** A pattern in a query. */
export const pattern = (source: string): unknown =>
  (database.RegExp as (options: { regexp: string }) => unknown)({ regexp: source });
