import { createRequire } from 'node:module';
import { parentPort } from 'node:worker_threads';
import { format } from 'node:util';
import { LARGEST_ANSWER, OUT_OF_MEMORY, type FromWorker, type Invocation, type ToWorker } from './protocol';
import { watchBytes } from './worker-memory';
import { replaceDate, setClock } from './worker-date';

type Main = (event: unknown, context: unknown) => unknown;

let main: Main | undefined;
let given: string[] = [];

function send(message: FromWorker): void {
  parentPort?.postMessage(message);
}

for (const level of ['debug', 'log', 'info', 'warn', 'error'] as const) {
  console[level] = (...args: unknown[]) => log(level, format(...args));
}
replaceDate();
let memoryMb = Infinity;
watchBytes(
  () => memoryMb,
  () => {
    send({ type: 'failure', kind: 'out-of-memory', message: OUT_OF_MEMORY });
    process.exit();
  },
);

/** A call that says more than this is cut short: neither a line nor a call may fill the memory of who keeps it. */
const LONGEST_LINE = 4_000;
const MOST_SAID = 64_000;
/** What keeping even an empty line takes. */
const EACH_LINE = 60;
let said = 0;

function log(level: string, text: string): void {
  if (said > MOST_SAID) return;
  const cut =
    text.length > LONGEST_LINE ? `${text.slice(0, LONGEST_LINE)}… (${text.length} characters)` : text;
  said += cut.length + EACH_LINE;
  send({ type: 'log', line: { level, text: cut } });
  if (said > MOST_SAID)
    send({ type: 'log', line: { level: 'warn', text: 'the rest of this call is not kept' } });
}

function load(file: string): void {
  try {
    const loaded = createRequire(file)(file) as { main?: unknown };
    if (typeof loaded.main !== 'function') throw new Error('the function exports no "main"');
    main = loaded.main as Main;
    send({ type: 'loaded' });
  } catch (error) {
    fail(error);
  }
}

/** An instance is used by one caller after the other: nothing of the last one may stay. */
function wear(env: Record<string, string>): void {
  for (const name of given) delete process.env[name];
  given = Object.keys(env);
  Object.assign(process.env, env);
}

async function run(invocation: Invocation): Promise<void> {
  wear(invocation.env);
  setClock(invocation.clock);
  said = 0;
  memoryMb = invocation.memoryMb;
  try {
    if (invocation.slowMs > 0) await new Promise((done) => setTimeout(done, invocation.slowMs));
    const answer = await main?.(JSON.parse(invocation.event), contextOf(invocation));
    const body = JSON.stringify(answer) ?? 'null';
    const bytes = Buffer.byteLength(body);
    if (bytes <= LARGEST_ANSWER) send({ type: 'answer', body });
    else send({ type: 'failure', kind: 'too-large', message: `the answer has ${bytes} bytes` });
  } catch (error) {
    fail(error);
  }
}

function contextOf({ id, name, env, timeoutMs, memoryMb }: Invocation): unknown {
  return {
    callbackWaitsForEmptyEventLoop: false,
    request_id: id,
    function_name: name,
    function_version: '$LATEST',
    memory_limit_in_mb: memoryMb,
    time_limit_in_ms: timeoutMs,
    namespace: process.env['TCB_ENV'],
    environ: Object.entries(env)
      .map(([key, value]) => `${key}=${value}`)
      .join(';'),
    environment: JSON.stringify(env),
  };
}

function fail(error: unknown): void {
  const message = error instanceof Error ? (error.stack ?? error.message) : `Error: ${String(error)}`;
  send({ type: 'failure', kind: 'threw', message: message.slice(0, LONGEST_LINE) });
}

parentPort?.on('message', (message: ToWorker) => {
  if (message.type === 'load') load(message.file);
  else void run(message.invocation);
});
