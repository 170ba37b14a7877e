import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { compilePhone } from '../../../local/phone';
import { NPM, SamplePhone, ask } from './sample-phone';

const MINIPROGRAM = resolve(__dirname, '../../../miniprogram');
const MEMBER = /\bwx\.(cloud\.\w+|\w+)/g;

let dir: string;
let phone: SamplePhone;
beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'members-'));
  phone = await SamplePhone.start();
});
afterAll(async () => {
  await phone.stop();
  rmSync(dir, { recursive: true, force: true });
});

test('the phone has every wx member that the app and its components name', async () => {
  await compilePhone({ miniprogramDir: MINIPROGRAM, outDir: dir, npmDir: NPM });
  const scripts = readFileSync(join(dir, 'app-scripts.js'), 'utf8');
  const named = new Set([...scripts.matchAll(MEMBER)].map(([, name]) => name ?? ''));
  expect(named).toContain('cloud.callFunction');
  const has = await ask(await phone.open(), 'members');
  expect([...named].filter((name) => !has.includes(name))).toEqual([]);
});
