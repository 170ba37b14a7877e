import type { IncomingMessage, ServerResponse } from 'node:http';
import { join, resolve } from 'node:path';
import { buildFunctions, packNpm } from '../build';
import { startCloud } from '../cloud';
import { CompileError, compilePhone, watchPhone } from '../phone';
import { SAMPLE_ENVIRONMENT } from '../sample/keys';
import { fill } from './fill';
import type { StartOptions } from './options';

const ROOT = resolve(__dirname, '../..');
const DIST = join(ROOT, 'dist');
const PHONE_OPTIONS = { miniprogramDir: join(ROOT, 'miniprogram'), outDir: join(DIST, 'phone') };

/** Longer than this is worth a line. */
const LONG = 500;

/** Everything that can fail at once comes first; then the slow things side by side. */
export async function run({ port, data, reset, clock, faults }: StartOptions, print: (line: string) => void) {
  const phone = deferred();
  const cloud = await startCloud({
    port,
    dataDir: data,
    functionsDir: join(DIST, 'cloudfunctions'),
    collectionsFile: join(ROOT, 'cloudfunctions/collections.json'),
    appFile: join(ROOT, 'miniprogram/app.json'),
    envId: 'local-huayuan',
    functionEnv: SAMPLE_ENVIRONMENT,
    ...(clock === undefined ? {} : { clock }),
    faults,
    fallback: (request, response) => void phone.promise.then((serve) => serve(request, response)),
  });
  try {
    await Promise.all([
      timed('functions', buildFunctions, print),
      timed('mini-program', () => compile(print), print),
      timed('sample data', () => fill(cloud, { dataDir: data, reset, now: clock ?? Date.now() }), print),
    ]);
  } catch (error) {
    await cloud.close();
    throw error;
  }
  const watched = watchPhone(PHONE_OPTIONS);
  phone.resolve(watched.handler);
  const close = () => {
    watched.close();
    return cloud.close();
  };
  return { url: `${cloud.url}/`, close };
}

async function compile(print: (line: string) => void): Promise<void> {
  await packNpm();
  await compilePhone(PHONE_OPTIONS).catch((error: unknown) => {
    // The phone shows a mistake in the mini-program, and starts once it is mended.
    if (!(error instanceof CompileError)) throw error;
    print(error.message);
  });
}

async function timed(what: string, work: () => Promise<unknown>, print: (line: string) => void) {
  const began = performance.now();
  await work();
  const took = performance.now() - began;
  if (took > LONG) print(`${what}: ${(took / 1000).toFixed(1)} s`);
}

type Serve = (request: IncomingMessage, response: ServerResponse) => void;

function deferred() {
  let resolve: (serve: Serve) => void = () => undefined;
  const promise = new Promise<Serve>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
