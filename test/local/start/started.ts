import { type ChildProcess, spawn } from 'node:child_process';
import { resolve } from 'node:path';

const ROOT = resolve(__dirname, '../../..');
const READY = /ready at (http:\S+)\//;

export interface Started {
  url: string;
  /** From the command to the printed address. */
  seconds: number;
  /** Ctrl-C; gives the exit code. */
  stop(): Promise<number | null>;
}

export interface Ended {
  code: number | null;
  stderr: string;
}

/** `npm start` in a process of its own, until it is ready or has given up. */
export async function start(...args: string[]): Promise<Started | Ended> {
  const began = performance.now();
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', 'local/start.ts', '--port', '0', '--no-open', ...args],
    { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const ended = endOf(child);
  const ready = new Promise<Started>((done) => {
    let printed = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      const url = READY.exec(printed)?.[1];
      if (url === undefined) return;
      done({
        url,
        seconds: (performance.now() - began) / 1000,
        stop: async () => {
          child.kill('SIGINT');
          return (await ended).code;
        },
      });
    });
  });
  return await Promise.race([ready, ended]);
}

function endOf(child: ChildProcess): Promise<Ended> {
  let stderr = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    stderr += chunk.toString();
  });
  return new Promise((done) => {
    child.on('close', (code) => done({ code, stderr }));
  });
}

/** For tests that need it running. */
export async function startRunning(...args: string[]): Promise<Started> {
  const started = await start(...args);
  if ('url' in started) return started;
  throw new Error(started.stderr);
}
