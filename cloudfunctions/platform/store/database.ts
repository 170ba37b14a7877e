import type { CollectionName } from '../../domain/personal-data';
import { app } from '../app';

const database = app.database();

export const _ = database.command;
/** A collection of collections.json. */
export const collection = (name: CollectionName) => database.collection(name);
/** A pattern in a query. */
export const pattern = (source: string): unknown =>
  (database.RegExp as (options: { regexp: string }) => unknown)({ regexp: source });
