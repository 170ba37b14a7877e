import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startCloud, type Cloud, type CloudOptions } from '../../../local/cloud';

export const COLLECTIONS = {
  events: {
    indexes: [
      {
        name: 'board',
        fields: [
          ['studioId', 1],
          ['kind', 1],
          ['startsAt', 1],
        ],
      },
      {
        name: 'rosterMember',
        fields: [
          ['roster.memberId', 1],
          ['startsAt', 1],
        ],
      },
    ],
  },
  members: { indexes: [{ name: 'openid', fields: [['openid', 1]], unique: true }] },
};

export const CONSOLE = {
  push: [{ msgType: 'event', event: 'wxa_media_check', function: 'pushed' }],
  templates: [
    { id: 'T1', title: '值勤提醒' },
    { id: 'T2', title: '候补成功通知', fields: ['thing1', 'time2'] },
  ],
};

export const APP_JSON = {
  pages: ['pages/home/index', 'pages/shift/index'],
  subPackages: [{ root: 'care', pages: ['visit/index'] }],
};

export interface TestFunction {
  source: string;
  config?: object;
}

export interface Answer {
  requestID: string;
  result?: unknown;
  errCode?: number;
  errMsg?: string;
}

export interface TestCloud extends Cloud {
  dataDir: string;
  call: (openid: string, name: string, data?: object) => Promise<Answer>;
  get: (path: string) => Promise<unknown>;
  post: (path: string, body: object) => Promise<unknown>;
  end: () => Promise<void>;
}

export interface Folders {
  dataDir: string;
  functionsDir: string;
  collectionsFile: string;
  appFile: string;
}

export function makeFolders(
  functions: Record<string, TestFunction>,
  collections: object = COLLECTIONS,
): Folders {
  const root = mkdtempSync(join(tmpdir(), 'local-cloud-'));
  const functionsDir = join(root, 'functions');
  for (const [name, { source, config }] of Object.entries(functions)) {
    mkdirSync(join(functionsDir, name), { recursive: true });
    writeFileSync(join(functionsDir, name, 'index.js'), source);
    if (config) writeFileSync(join(functionsDir, name, 'config.json'), JSON.stringify(config));
  }
  const collectionsFile = join(root, 'collections.json');
  writeFileSync(collectionsFile, JSON.stringify(collections));
  writeFileSync(join(root, 'console.json'), JSON.stringify(CONSOLE));
  const appFile = join(root, 'app.json');
  writeFileSync(appFile, JSON.stringify(APP_JSON));
  return { dataDir: join(root, 'data'), functionsDir, collectionsFile, appFile };
}

export async function startTestCloud(
  functions: Record<string, TestFunction> = {},
  options: Partial<CloudOptions> = {},
): Promise<TestCloud> {
  const folders = makeFolders(functions);
  const cloud = await startCloud({ port: 0, ...folders, ...options });
  const get = async (path: string): Promise<unknown> => (await fetch(cloud.url + path)).json();
  const post = async (path: string, body: object): Promise<unknown> =>
    (await fetch(cloud.url + path, { method: 'POST', body: JSON.stringify(body) })).json();
  return {
    ...cloud,
    dataDir: folders.dataDir,
    get,
    post,
    call: async (openid, name, data = {}) =>
      (await post('/client/callFunction', { openid, name, data })) as Answer,
    end: async () => {
      await cloud.close();
      rmSync(join(folders.dataDir, '..'), { recursive: true });
    },
  };
}

/** A wire request as the SDKs send it, for what they would not send themselves. */
export async function wire(
  cloud: Pick<Cloud, 'adminUrl' | 'envId'>,
  body: object,
): Promise<Record<string, unknown>> {
  const response = await fetch(`${cloud.adminUrl}?env=${cloud.envId}`, {
    method: 'POST',
    body: JSON.stringify({ envName: cloud.envId, ...body }),
  });
  expect(response.status).toBe(200);
  return (await response.json()) as Record<string, unknown>;
}
