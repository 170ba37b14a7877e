import cloudbase from '@cloudbase/node-sdk';
import type { CollectionName } from '../../domain/personal-data';

const app = cloudbase.init({ env: cloudbase.SYMBOL_CURRENT_ENV });
const database = app.database();

export const _ = database.command;
/** A collection of collections.json. */
export const collection = (name: CollectionName) => database.collection(name);
