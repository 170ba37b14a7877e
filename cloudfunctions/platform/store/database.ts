import cloudbase from '@cloudbase/node-sdk';

const app = cloudbase.init({ env: cloudbase.SYMBOL_CURRENT_ENV });
const database = app.database();

export const _ = database.command;
/** A collection of collections.json. */
export const collection = (
  name: 'studios' | 'towns' | 'members' | 'rosterEntries' | 'events' | 'tries' | 'audit',
) => database.collection(name);
