import { createWriteStream, existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { CloudError } from '../errors';
import { closeSqlite, openSqlite } from '../store/sqlite';
import { addressOf } from './address';
import { backupLines } from './lines';

/** Writes a data folder into a file; a running cloud is asked for it. The file is there whole or not at all. */
export async function backup(dataDir: string, file: string): Promise<void> {
  if (!existsSync(join(dataDir, 'cloud.db'))) {
    throw new CloudError('NOTHING_TO_BACK_UP', `the folder ${dataDir} holds no data of a local cloud`);
  }
  const unfinished = `${file}.unfinished`;
  try {
    const running = await askRunning(dataDir);
    if (running) await pipeline(running, createWriteStream(unfinished, { flush: true }));
    else await fromFolder(dataDir, unfinished);
    renameSync(unfinished, file);
  } finally {
    rmSync(unfinished, { force: true });
  }
}

async function askRunning(dataDir: string): Promise<Readable | undefined> {
  const url = addressOf(dataDir);
  if (url === undefined) return undefined;
  const response = await fetch(`${url}/local/backup`).catch(() => undefined);
  if (!response?.body) return undefined;
  if (!response.ok)
    throw new CloudError('BACKUP_FAILED', `the running cloud answered ${await response.text()}`);
  return Readable.fromWeb(response.body as ReadableStream);
}

async function fromFolder(dataDir: string, file: string): Promise<void> {
  const sqlite = openSqlite(dataDir);
  try {
    await pipeline(Readable.from(backupLines(sqlite)), createWriteStream(file, { flush: true }));
  } finally {
    closeSqlite(sqlite);
  }
}
