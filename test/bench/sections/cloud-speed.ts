import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, rateOf } from '../cloud/client';
import { BOARD, duty, readBoard, signUp } from '../cloud/duties';
import { benchFolder, served, type Served } from '../cloud/process';
import { type Figures, type Section, median, rounded } from '../section';

const ROUNDS = 5;
const CONNECTIONS = 32;
const STUDIOS = 50;

/** Raw connections that are kept, the cloud and a bare server taking turns in one run. */
export const cloudSpeed: Section = {
  title: `Answers per second over ${CONNECTIONS} connections, medians of ${ROUNDS} turns`,
  async run() {
    const folder = benchFolder();
    const cloud = await folder.cloud();
    const dir = mkdtempSync(join(tmpdir(), 'bare-server-'));
    let bare: Served | undefined;
    try {
      await load(cloud.port);
      const file = join(dir, 'answers.json');
      writeFileSync(file, JSON.stringify(await answersOf(cloud.port)));
      bare = await served(['--import', 'tsx', 'test/bench/cloud/bare-server.ts', file]);
      return await turns(cloud.port, bare.port);
    } finally {
      await bare?.stop();
      await cloud.stop();
      folder.remove();
      rmSync(dir, { recursive: true });
    }
  },
};

async function load(port: number): Promise<void> {
  const events = Array.from({ length: STUDIOS * BOARD }, (_, i) => duty(i));
  await fetch(`http://127.0.0.1:${port}/local/import`, { method: 'POST', body: JSON.stringify({ events }) });
}

async function answersOf(port: number): Promise<Record<string, string>> {
  const client = await Client.open(port);
  const read = await client.send(readBoard(1));
  const updated = await client.send(signUp(1, 'sample'));
  client.close();
  return { 'database.getDocument': read, 'database.modifyAndReturnDoc': updated };
}

async function turns(cloud: number, bare: number): Promise<Figures> {
  let serial = 0;
  const kinds = {
    'indexed read': { count: 3_000, bodyOf: (i: number) => readBoard(i % STUDIOS) },
    'guarded update': { count: 2_000, bodyOf: (i: number) => signUp(i % (STUDIOS * BOARD), `p${serial++}`) },
  };
  const figures: Figures = {};
  for (const [name, { count, bodyOf }] of Object.entries(kinds)) {
    const rates = { cloud: [] as number[], bare: [] as number[] };
    for (let round = 0; round <= ROUNDS; round++) {
      const [ours, theirs] = [
        await rateOf(cloud, count, CONNECTIONS, bodyOf),
        await rateOf(bare, count, CONNECTIONS, bodyOf),
      ];
      // The first turn warms both up.
      if (round === 0) continue;
      rates.cloud.push(ours);
      rates.bare.push(theirs);
    }
    figures[name] = {
      cloud: rounded(median(rates.cloud), 0),
      bare: rounded(median(rates.bare), 0),
      ratio: rounded(median(rates.cloud) / median(rates.bare)),
    };
  }
  return figures;
}
