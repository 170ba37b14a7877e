import { join } from 'node:path';
import { watchProcess } from './host-memory';
import { Instance, instances } from './instance';
import { Pool } from './pool';
import type { FromHost, Invocation, ToHost } from './protocol';

const SPARE_MEMORY_MB = 256;
const workerFile = join(__dirname, 'worker.js');
const pools = new Map<string, Pool>();
let spare: Instance | undefined;

function send(message: FromHost): void {
  // The gateway may be killed between asking and sending: `disconnect` ends this process then.
  if (process.connected) process.send?.(message, undefined, undefined, () => undefined);
}

/** One worker is always ready without a function, so that a first call does not wait for a thread. */
function prepareSpare(): void {
  const fresh = (spare ??= new Instance(workerFile, SPARE_MEMORY_MB));
  fresh.onExit = () => {
    if (spare === fresh) spare = undefined;
  };
}

function start(memoryMb: number): Instance {
  const ready = spare;
  if (ready === undefined || memoryMb !== SPARE_MEMORY_MB) return new Instance(workerFile, memoryMb);
  spare = undefined;
  setTimeout(prepareSpare, 50);
  return ready;
}

function poolOf(name: string): Pool {
  const known = pools.get(name);
  if (known) return known;
  const pool = new Pool(start);
  pools.set(name, pool);
  return pool;
}

async function invoke(invocation: Invocation): Promise<void> {
  const { id } = invocation;
  const outcome = await poolOf(invocation.name).invoke(invocation, (line) => send({ type: 'log', id, line }));
  send({ type: 'done', id, outcome });
}

process.on('message', (message: ToHost) => {
  if (message.type === 'invoke') void invoke(message.invocation);
  else process.exit(0);
});
/** The gateway is gone, however it went. */
process.on('disconnect', () => process.exit(0));
prepareSpare();
watchProcess(instances);
send({ type: 'ready' });
