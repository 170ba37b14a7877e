import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packNpm } from '../../../local/build';
import { filesBelow } from '../../../local/build/files';

let app: string;

beforeEach(() => {
  app = mkdtempSync(join(tmpdir(), 'app-'));
  mkdirSync(join(app, 'page'));
});

afterEach(() => {
  rmSync(app, { recursive: true, force: true });
});

test('carries the components that the app names, what those reach, and nothing else', async () => {
  write(
    'page/index.json',
    JSON.stringify({ usingComponents: { 't-button': 'tdesign-miniprogram/button/button' } }),
  );
  await packNpm({ app });
  const folders = new Set((await packed()).map((file) => file.split('/')[1]));
  expect([...folders].sort()).toEqual(['button', 'common', 'icon', 'loading', 'miniprogram_npm']);
});

test('drops what the app no longer names', async () => {
  write('page/index.json', JSON.stringify({ usingComponents: { 't-tag': 'tdesign-miniprogram/tag/tag' } }));
  await packNpm({ app });
  expect(await packed()).toContain('tdesign-miniprogram/tag/tag.js');
  write('page/index.json', '{}');
  await packNpm({ app });
  expect(await packed()).toEqual([]);
});

test('a component that the package does not have is named with who asks for it', async () => {
  write(
    'page/index.json',
    JSON.stringify({ usingComponents: { 't-x': 'tdesign-miniprogram/nothing/nothing' } }),
  );
  await expect(packNpm({ app })).rejects.toThrow(/page\/index\.json names tdesign-miniprogram\/nothing/);
});

function write(path: string, text: string): void {
  writeFileSync(join(app, path), text);
}

function packed(): Promise<string[]> {
  return filesBelow(join(app, 'miniprogram_npm'));
}
