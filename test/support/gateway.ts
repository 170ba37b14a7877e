import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { buildFunctions } from '../../local/build';
import { type Local, local } from './local';
import { COLLECTIONS_FILE, FUNCTIONS_DIR, type StudioOptions, documentsOf } from './studio';

const ROOT = resolve(__dirname, '../..');
const LISTENING = /listening on (http:\S+):(\d+)\/admin/;

export interface Gateway extends Local {
  url: string;
  /** Of the process that runs now. */
  readonly pid: number;
  document<T>(collection: string, id: string): Promise<T | undefined>;
  /** kill -9, and up again at the same address on the same data. */
  crash(): Promise<void>;
  close(): Promise<void>;
}

/** As `startStudio`, but the local cloud is a process of its own. */
export async function startGateway({ now, documents = [] }: StudioOptions): Promise<Gateway> {
  await buildFunctions();
  const dataDir = mkdtempSync(join(tmpdir(), 'gateway-'));
  const functionsDir = join(dataDir, 'functions');
  let running = await spawnCloud(dataDir, functionsDir, 0);
  const { url, port } = running;
  const studio = local(url);
  await studio.setClock(now);
  // Only now: a timer that the cloud already knew would fire at this jump of the clock.
  symlinkSync(FUNCTIONS_DIR, functionsDir, 'junction');
  await studio.load(documents);
  return {
    ...studio,
    url,
    get pid() {
      return running.pid;
    },
    document: async <T>(collection: string, id: string) =>
      (await documentsOf<T>(`${url}/admin`, collection, { _id: id }))[0],
    crash: async () => {
      await running.end('SIGKILL');
      running = await spawnCloud(dataDir, functionsDir, port);
      await studio.setClock(now);
    },
    close: async () => {
      await running.end('SIGTERM');
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** The local cloud as a process of its own. */
export async function spawnCloud(
  dataDir: string,
  functionsDir: string,
  port: number,
  collectionsFile = COLLECTIONS_FILE,
) {
  const options = ['--port', String(port), '--data', dataDir, '--functions', functionsDir];
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', 'local/cloud/main.ts', ...options, '--collections', collectionsFile],
    { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const gone = new Promise<never>((_, reject) => {
    child.once('exit', (code) => reject(new Error(`the local cloud ended with ${code}`)));
  });
  const ended = gone.catch(() => undefined);
  const listening = new Promise<RegExpExecArray>((done) => {
    let printed = '';
    child.stdout.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      const found = LISTENING.exec(printed);
      if (found) done(found);
    });
  });
  const [, host, took] = await Promise.race([listening, gone]);
  return {
    url: `${host}:${took}`,
    port: Number(took),
    pid: child.pid ?? 0,
    end: async (signal: NodeJS.Signals) => {
      child.kill(signal);
      await ended;
    },
  };
}
