import { createRequire } from 'node:module';
import { parentPort } from 'node:worker_threads';
import { format } from 'node:util';
import { LARGEST_ANSWER, type FromWorker, type Invocation, type ToWorker } from './protocol';
import { replaceDate, setClock } from './worker-date';

type Main = (event: unknown, context: unknown) => unknown;

let main: Main | undefined;
let given: string[] = [];

function send(message: FromWorker): void {
  parentPort?.postMessage(message);
}

for (const level of ['debug', 'log', 'info', 'warn', 'error'] as const) {
  console[level] = (...args: unknown[]) => send({ type: 'log', line: { level, text: format(...args) } });
}
replaceDate();

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
  try {
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
  send({ type: 'failure', kind: 'threw', message });
}

parentPort?.on('message', (message: ToWorker) => {
  if (message.type === 'load') load(message.file);
  else void run(message.invocation);
});
