import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import * as cloudbase from '@cloudbase/node-sdk';
import { buildFunctions } from '../../local/build/functions';
import { type CloudOptions, startCloud } from '../../local/cloud';
import type { ActionName, Answer, Request, Response } from '../../typings/contract';
import { type Local, local } from './local';
import { SAMPLE_ENVIRONMENT } from '../../local/sample/keys';
import type { Stored } from '../../local/sample/stored';

export const ENV_ID = 'local-huayuan';
const ROOT = resolve(__dirname, '../..');
export const FUNCTIONS_DIR = join(ROOT, 'dist/cloudfunctions');
export const COLLECTIONS_FILE = join(ROOT, 'cloudfunctions/collections.json');

export interface StudioOptions {
  /** The frozen time of the cloud, epoch milliseconds. */
  now: number;
  documents?: Stored[];
  /** Instances per function. */
  instances?: number;
  /** A folder that stays when the studio closes. */
  dataDir?: string;
  /** Who can be chosen on the table, for journeys. */
  people?: { openid: string; name: string; label: string }[];
  /** The phone's pages, for journeys. */
  fallback?: CloudOptions['fallback'];
}

export interface RunningStudio extends Local {
  url: string;
  /** As the phone calls: one envelope, one answer. */
  call<A extends ActionName>(openid: string, action: A, data: Request<A>): Promise<Answer<Response<A>>>;
  /** The stored document, read through the real node-sdk. */
  document<T>(collection: string, id: string): Promise<T | undefined>;
  close(): Promise<void>;
}

/** A whole studio in one test: the built functions, a cloud on a folder of its own, a clock that stands still. */
export async function startStudio({
  now,
  documents = [],
  instances,
  people,
  fallback,
  dataDir: given,
}: StudioOptions): Promise<RunningStudio> {
  await buildFunctions();
  const dataDir = given ?? mkdtempSync(join(tmpdir(), 'studio-'));
  if (people) writeFileSync(join(dataDir, 'people.json'), JSON.stringify(people));
  const cloud = await startCloud({
    port: 0,
    dataDir,
    functionsDir: FUNCTIONS_DIR,
    timers: false,
    collectionsFile: COLLECTIONS_FILE,
    envId: ENV_ID,
    functionEnv: SAMPLE_ENVIRONMENT,
    ...(instances === undefined ? {} : { instances }),
    ...(fallback ? { fallback } : {}),
  });
  const close = async () => {
    await cloud.close();
    if (given === undefined) rmSync(dataDir, { recursive: true, force: true });
  };
  const studio = local(cloud.url);
  try {
    await studio.setClock(now);
    await studio.load(documents);
  } catch (error) {
    await close();
    throw error;
  }
  return {
    ...studio,
    url: cloud.url,
    call: (openid, action, data) => studio.send(openid, action, data),
    document: async <T>(collection: string, id: string) =>
      (await documentsOf<T>(cloud.adminUrl, collection, { _id: id }))[0],
    close,
  };
}

/** Documents as the real node-sdk reads them; the first 1,000. */
export async function documentsOf<T>(serviceUrl: string, collection: string, where: object): Promise<T[]> {
  const app = cloudbase.init({ env: ENV_ID, serviceUrl, secretId: 'local', secretKey: 'local' });
  const found = await app.database().collection(collection).where(where).limit(1000).get();
  return found.data as T[];
}
