import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const ROOT = resolve(__dirname, '../../..');
const PORT = /http:\/\/127\.0\.0\.1:(\d+)/;

export interface Served {
  port: number;
  pid: number;
  /** From the start of the process to its first line, in ms. */
  ready: number;
  stop(): Promise<void>;
}

/** A process that says at which address it listens. */
export async function served(args: string[]): Promise<Served> {
  const began = performance.now();
  const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  const port = await new Promise<number>((done, fail) => {
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const found = PORT.exec(said)?.[1];
      if (found !== undefined) done(Number(found));
    });
    child.once('exit', (code) => fail(new Error(`${args.join(' ')} ended with ${code}`)));
  });
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    await ended;
  };
  return { port, pid: child.pid ?? 0, ready: performance.now() - began, stop };
}

const COLLECTIONS = {
  events: {
    indexes: [
      {
        name: 'board',
        fields: [
          ['studioId', 1],
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
};

export interface BenchFolder {
  cloud(): Promise<Served>;
  remove(): void;
}

/** A data folder on which clouds are started one after another. */
export function benchFolder(): BenchFolder {
  const dir = mkdtempSync(join(tmpdir(), 'cloud-bench-'));
  const collections = join(dir, 'collections.json');
  writeFileSync(collections, JSON.stringify(COLLECTIONS));
  const options = [
    '--data',
    join(dir, 'data'),
    '--functions',
    join(dir, 'none'),
    '--collections',
    collections,
  ];
  return {
    cloud: () => served(['--import', 'tsx', 'local/cloud/main.ts', ...options]),
    remove: () => rmSync(dir, { recursive: true, force: true }),
  };
}
