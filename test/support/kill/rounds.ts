import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seeded } from '../../../local/cloud/faults/random';
import { spawnCloud } from '../gateway';
import { brokenEntries, databaseOf, everyMember, type Database } from './database';
import { Ledger } from './ledger';
import { writeOn } from './writer';

const WRITERS = 6;
const LONGEST_MS = 500;
const MOST_AWAITED = 25;
const PATIENCE_MS = 5000;

export interface KillVerdict {
  rounds: number;
  acknowledged: number;
  /** Documents that do not hold what was acknowledged. */
  lost: string[];
  /** Documents that hold neither what was before nor what was under way. */
  half: string[];
  /** Entries of the unique index that do not lead to exactly their document. */
  broken: string[];
}

/** kill -9 at a random moment of mixed writes through the node-sdk, again and again on the same data. */
export async function killRounds(rounds: number, seed: number): Promise<KillVerdict> {
  const dataDir = mkdtempSync(join(tmpdir(), 'kill-'));
  const functionsDir = join(dataDir, 'functions');
  mkdirSync(functionsDir);
  const random = seeded(seed);
  const ledger = new Ledger();
  const verdict: KillVerdict = { rounds, acknowledged: 0, lost: [], half: [], broken: [] };
  let port = 0;
  for (let round = 0; round <= rounds; round++) {
    const cloud = await spawnCloud(dataDir, functionsDir, port);
    port = cloud.port;
    const db = databaseOf(cloud.url);
    if (round > 0) await examine(db, ledger, verdict);
    if (round === rounds) await cloud.end('SIGTERM');
    else {
      const names = Array.from({ length: WRITERS }, (_, index) => `w${index}`);
      const writing = Promise.all(names.map((name) => writeOn(db, ledger, name, random)));
      await sometime(ledger, random);
      await cloud.end('SIGKILL');
      await writing;
    }
  }
  rmSync(dataDir, { recursive: true, force: true });
  return { ...verdict, acknowledged: ledger.acknowledged };
}

/** A random moment, but not before some of this round's writes are acknowledged, however slow the machine is. */
async function sometime(ledger: Ledger, random: () => number): Promise<void> {
  const wanted = ledger.acknowledged + 2 + random() * MOST_AWAITED;
  const moment = performance.now() + 20 + random() * LONGEST_MS;
  const latest = moment + PATIENCE_MS;
  const isTime = (now: number) => now > latest || (now > moment && ledger.acknowledged >= wanted);
  while (!isTime(performance.now())) await new Promise((done) => setTimeout(done, 2));
}

async function examine(db: Database, ledger: Ledger, verdict: KillVerdict): Promise<void> {
  const stored = await everyMember(db);
  const { lost, half } = ledger.settle(stored);
  verdict.lost.push(...lost);
  verdict.half.push(...half);
  verdict.broken.push(...(await brokenEntries(db, stored)));
}
