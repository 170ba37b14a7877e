import { execFile } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { buildFunctions } from '../../../local/build';

const FILES: Record<string, string> = {
  'collections.json': '{}',
  'console.json': '{ "push": [] }',
  'platform/store.ts':
    "import cloudbase from '@cloudbase/node-sdk';\nexport const init = () => cloudbase.init({ env: 'e' });",
  'platform/open.ts': "export const open = () => import('wx-server-sdk');",
  'greet/config.json': '{ "triggers": [] }',
  'greet/index.ts':
    "const cases = { hi: () => import('./hi'), tell: () => import('./tell') };\nexport const main = async (name: keyof typeof cases) => (await cases[name]()).run();",
  'greet/hi.ts':
    "import { init } from '../platform/store';\nexport const run = () => typeof init().database().command.gt;",
  'greet/tell.ts':
    "import { open } from '../platform/open';\nexport const run = async () => (await open()).default.version;",
  'quiet/index.ts': 'export const main = () => 1;',
};

let folder: string;
let source: string;
let outDir: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'build-'));
  symlinkSync(resolve(__dirname, '../../../node_modules'), join(folder, 'node_modules'));
  source = join(folder, 'cloudfunctions');
  outDir = join(folder, 'dist/cloudfunctions');
  for (const [name, text] of Object.entries(FILES)) {
    mkdirSync(join(source, name, '..'), { recursive: true });
    writeFileSync(join(source, name), text);
  }
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

test('each folder with an index.ts becomes a function that runs without node_modules', async () => {
  const { functions } = await buildFunctions({ source, outDir });
  expect(functions).toEqual(['greet', 'quiet']);
  rmSync(join(folder, 'node_modules'));
  await expect(call('greet', 'hi')).resolves.toMatchObject({ answer: 'function' });
  await expect(call('greet', 'tell')).resolves.toMatchObject({
    answer: expect.stringMatching(/^4\./) as string,
  });
});

test('an SDK and a use case are loaded only by the call that needs them', async () => {
  await buildFunctions({ source, outDir });
  const { loaded, called } = await call('greet', 'hi');
  expect(loaded).toEqual(['index.js']);
  expect(called).toContain('vendor/node-sdk.js');
  expect(called).not.toContain('vendor/wx-server-sdk.js');
  expect(readdirSync(join(outDir, 'quiet')).sort()).toEqual(['index.js', 'package.json']);
});

test('what an upload needs lies beside the code', async () => {
  await buildFunctions({ source, outDir });
  expect(read('greet/config.json')).toEqual({ triggers: [] });
  expect(read('greet/package.json')).toEqual({
    name: 'greet',
    version: '1.0.0',
    private: true,
    main: 'index.js',
  });
  expect(read('../collections.json')).toEqual({});
  expect(read('../console.json')).toEqual({ push: [] });
});

test('only what changed is built again, and what was removed goes', async () => {
  await buildFunctions({ source, outDir });
  expect((await buildFunctions({ source, outDir })).rebuilt).toEqual([]);

  writeFileSync(join(source, 'quiet/index.ts'), 'export const main = () => 22;');
  expect((await buildFunctions({ source, outDir })).rebuilt).toEqual(['quiet']);

  rmSync(join(source, 'quiet'), { recursive: true });
  await buildFunctions({ source, outDir });
  expect(readdirSync(outDir)).toEqual(['greet']);
});

function read(path: string): unknown {
  return JSON.parse(readFileSync(join(outDir, path), 'utf8'));
}

/** Runs a built function in a process of its own: its answer, and which of its files were loaded before and after. */
async function call(
  name: string,
  input: string,
): Promise<{ answer: unknown; loaded: string[]; called: string[] }> {
  const script = `
    const own = () => Object.keys(require.cache).map((file) => require('path').relative(${JSON.stringify(join(outDir, name))}, file));
    const { main } = require(${JSON.stringify(join(outDir, name))});
    const loaded = own();
    main(${JSON.stringify(input)}).then((answer) => {
      process.stdout.write(JSON.stringify({ answer, loaded, called: own() }), () => process.exit());
    });`;
  const { stdout } = await promisify(execFile)(process.execPath, ['-e', script], { cwd: tmpdir() });
  return JSON.parse(stdout) as { answer: unknown; loaded: string[]; called: string[] };
}
