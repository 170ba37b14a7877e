import { readFileSync } from 'node:fs';
import { Client } from '../cloud/client';
import { BOARD, duty, readBoard, signUp } from '../cloud/duties';
import { benchFolder, type BenchFolder, type Served } from '../cloud/process';
import { type Figures, type Section, median, rounded } from '../section';

const CHUNK = 50_000;
const REQUESTS = 400;

/** Loaded in bulk, then opened by a process of its own. */
export const million: Section = {
  title: 'A cloud with 1,000 and with 1,000,000 documents',
  async run() {
    const few = await measured(1_000);
    const many = await measured(1_000_000);
    return {
      'of 1,000': few.figures,
      'of 1,000,000': many.figures,
      'latency, ratio': compared(few.ms, many.ms),
    };
  },
};

type Latencies = Record<string, number>;

async function measured(count: number): Promise<{ figures: Figures; ms: Latencies }> {
  const folder = benchFolder();
  try {
    const seconds = await load(folder, count);
    const cloud = await folder.cloud();
    try {
      const { ms, examined } = await ask(cloud, count);
      const figures = {
        'loading, s': rounded(seconds, 1),
        'start of the process to ready, ms': rounded(cloud.ready, 0),
        'resident, MB': rounded(residentOf(cloud.pid), 0),
        'median, ms': Object.fromEntries(Object.entries(ms).map(([name, took]) => [name, rounded(took)])),
        examined,
      };
      return { figures, ms };
    } finally {
      await cloud.stop();
    }
  } finally {
    folder.remove();
  }
}

async function load(folder: BenchFolder, count: number): Promise<number> {
  const cloud = await folder.cloud();
  const began = performance.now();
  for (let from = 0; from < count; from += CHUNK) {
    const size = Math.min(CHUNK, count - from);
    const lines = Array.from({ length: size }, (_, i) =>
      JSON.stringify({ collection: 'events', doc: duty(from + i) }),
    );
    const answer = await fetch(`http://127.0.0.1:${cloud.port}/local/import`, {
      method: 'POST',
      body: lines.join('\n'),
    });
    if (!answer.ok) throw new Error(await answer.text());
  }
  const seconds = (performance.now() - began) / 1000;
  await cloud.stop();
  return seconds;
}

/** One after another, spread over the whole collection. */
async function ask(cloud: Served, count: number) {
  const client = await Client.open(cloud.port);
  const studios = Math.floor(count / BOARD);
  const kinds: Record<string, (i: number) => string> = {
    'indexed read': (i) => readBoard((i * 7919) % studios),
    'guarded update': (i) => signUp((i * 7919) % count, `m-${i}`),
  };
  const ms: Latencies = {};
  for (const [name, bodyOf] of Object.entries(kinds)) {
    const took: number[] = [];
    for (let i = 0; i < REQUESTS; i++) {
      const began = performance.now();
      await client.send(bodyOf(i));
      took.push(performance.now() - began);
    }
    ms[name] = median(took);
  }
  client.close();
  return { ms, examined: await examinedBy(cloud.port) };
}

async function examinedBy(port: number): Promise<number> {
  const answer = await fetch(`http://127.0.0.1:${port}/local/requests`);
  const { requests } = (await answer.json()) as { requests: { examined: number }[] };
  return Math.max(...requests.map(({ examined }) => examined));
}

function residentOf(pid: number): number {
  const kilobytes = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kilobytes) / 1024;
}

function compared(few: Latencies, many: Latencies): Figures {
  return Object.fromEntries(
    Object.keys(few).map((name) => [name, rounded((many[name] ?? NaN) / (few[name] ?? NaN))]),
  );
}
