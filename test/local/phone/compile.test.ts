import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compilePhone } from '../../../local/phone';
import { NPM, SAMPLE } from './sample-phone';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'sample-'));
  cpSync(SAMPLE, join(dir, 'miniprogram'), { recursive: true });
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const compile = () =>
  compilePhone({ miniprogramDir: join(dir, 'miniprogram'), outDir: join(dir, 'out'), npmDir: NPM });
const change = (file: string, edit: (text: string) => string): void => {
  const path = join(dir, 'miniprogram', file);
  const before = readFileSync(path, 'utf8');
  const after = edit(before);
  expect(after).not.toBe(before);
  writeFileSync(path, after);
};

test('the sample compiles', async () => {
  await compile();
  expect(readFileSync(join(dir, 'out/app-data.js'), 'utf8')).toContain('pages/home/index');
});

test('only the components that a page uses are compiled', async () => {
  await compile();
  const code = readFileSync(join(dir, 'out/app-data.js'), 'utf8');
  expect(code).toContain('tdesign-miniprogram/button/button');
  expect(code).not.toContain('tdesign-miniprogram/calendar/calendar');
});

test.each<[string, string, (text: string) => string, RegExp]>([
  [
    'an expression that does not parse',
    'pages/detail/index.wxml',
    (t) => t.replace('{{log}}', '{{log +}}'),
    /^pages\/detail\/index\.wxml:2 /,
  ],
  [
    'a tag that is not closed',
    'pages/detail/index.wxml',
    (t) => t.replace('{{message}}</view>', '{{message}}'),
    /^pages\/detail\/index\.wxml:3 missing end tag/,
  ],
  [
    'a tag that WeChat has and the phone lacks',
    'pages/detail/index.wxml',
    (t) => t.replace(/input/g, 'live-player'),
    /^pages\/detail\/index\.wxml:5 <live-player>/,
  ],
  [
    'a component that the JSON does not name',
    'pages/detail/index.wxml',
    (t) => `<t-badge />\n${t}`,
    /^pages\/detail\/index\.wxml:1 <t-badge>/,
  ],
  [
    'a component that does not exist',
    'pages/form/index.json',
    (t) => t.replace('input/input', 'nothing/nothing'),
    /^pages\/form\/index\.json:5 there is no component tdesign-miniprogram\/nothing\/nothing/,
  ],
  [
    'JSON with a comma too many',
    'pages/detail/index.json',
    (t) => t.replace('{ "nav', '{\n,"nav'),
    /^pages\/detail\/index\.json:2 /,
  ],
  [
    'WXSS without its brace',
    'pages/home/index.wxss',
    (t) => `${t}\n.open {`,
    /^pages\/home\/index\.wxss:\d+ Unclosed block/,
  ],
  [
    'a local picture in WXSS',
    'pages/home/index.wxss',
    (t) => `.a {\n  background: url(/images/dot.png);\n}\n${t}`,
    /pages\/home\/index\.wxss:2 WXSS cannot load a local picture/,
  ],
  [
    'an import that is not there',
    'app.wxss',
    (t) => t.replace('styles.wxss', 'nothing.wxss'),
    /^app\.wxss nothing\.wxss does not exist/,
  ],
  [
    'TypeScript that does not parse',
    'pages/detail/index.ts',
    (t) => t.replace("note(this, 'load');", 'note(;'),
    /^pages\/detail\/index\.ts:13 /,
  ],
  [
    'a module that is not there',
    'app.ts',
    (t) => `import './nothing';\n${t}`,
    /^app\.ts:1 Could not resolve/,
  ],
  [
    'a WXS file that is not there',
    'pages/home/index.wxml',
    (t) => t.replace('format.wxs', 'nothing.wxs'),
    /^utils\/nothing\.wxs does not exist/,
  ],
  [
    'a theme file, which the phone does not read',
    'app.json',
    (t) => t.replace('"style"', '"themeLocation": "theme.json", "style"'),
    /^app\.json themeLocation is not available on the local phone/,
  ],
  [
    'a tab that is no page',
    'app.json',
    (t) => t.replace('"pagePath": "pages/form/index"', '"pagePath": "pages/x/index"'),
    /^app\.json tabBar names pages\/x\/index/,
  ],
])('%s is refused with its place', async (_, file, edit, expected) => {
  change(file, edit);
  const failure = await compile().then(
    () => 'compiled',
    (error: unknown) => (error as Error).message,
  );
  expect(failure).toMatch(expected);
});
