import * as cloudbase from '@cloudbase/node-sdk';
import { ENV_ID } from '../studio';
import type { Content } from './ledger';

export const COLLECTION = 'members';

export type Database = ReturnType<typeof databaseOf>;

export function databaseOf(url: string) {
  const app = cloudbase.init({
    env: ENV_ID,
    serviceUrl: `${url}/admin`,
    secretId: 'local',
    secretKey: 'local',
  });
  return app.database();
}

export async function everyMember(db: Database): Promise<Map<string, Content>> {
  const found = await db.collection(COLLECTION).limit(1000).get();
  return new Map((found.data as { _id: string }[]).map((doc) => [doc._id, doc]));
}

/** Each document is found by the unique index, alone, and the index leads to no other. */
export async function brokenEntries(db: Database, stored: Map<string, Content>): Promise<string[]> {
  const { command } = db;
  const byIndex = await db
    .collection(COLLECTION)
    .where({ openid: command.gte('') })
    .limit(1000)
    .get();
  const entries = (byIndex.data as { _id: string; openid: string }[]).map(
    ({ _id, openid }) => `${_id} ${openid}`,
  );
  const documents = [...stored].map(([id, doc]) => `${id} ${String(doc?.['openid'])}`);
  const openids = [...stored.values()].map((doc) => doc?.['openid']);
  const twins = openids.filter((openid, at) => openids.indexOf(openid) !== at).map(String);
  return [
    ...twins,
    ...entries.filter((entry) => !documents.includes(entry)),
    ...documents.filter((entry) => !entries.includes(entry)),
  ];
}
