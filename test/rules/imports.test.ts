import { boundaryViolations } from './boundaries';
import { contentViolations } from './content';
import { sources } from './sources';

describe('the repository keeps its own rules', () => {
  const files = sources();

  test('imports run one way: miniprogram → typings ← cloudfunctions; platform alone names the SDKs', () => {
    expect(files.length).toBeGreaterThan(50);
    expect(files.flatMap(({ path, text }) => boundaryViolations(path, text))).toEqual([]);
  });

  test('one file names wx.cloud, the domain is pure, looks are tokens, no file is long', () => {
    expect(files.flatMap(({ path, text }) => contentViolations(path, text))).toEqual([]);
  });
});

describe('an import rule fires', () => {
  test.each([
    ['miniprogram/pages/a/index.ts', "import { joinRequest } from '../../../typings/contract';"],
    ['miniprogram/pages/a/index.ts', "import { type A, join } from '../../../typings/contract';"],
    ['miniprogram/pages/a/index.ts', "import '../../../cloudfunctions/domain/roster';"],
    ['miniprogram/pages/a/index.ts', "import { readFile } from 'fs';"],
    ['typings/contract/a.ts', "import dayjs from 'dayjs';"],
    ['typings/contract/a.ts', "export { decide } from '../../cloudfunctions/domain/roster';"],
    ['cloudfunctions/domain/a.ts', "import cloudbase from '@cloudbase/node-sdk';"],
    ['cloudfunctions/domain/a.ts', "import { store } from '../platform/store';"],
    ['cloudfunctions/domain/a.ts', "import { readFileSync } from 'node:fs';"],
    ['cloudfunctions/patrols/a.ts', "const sdk = await import('wx-server-sdk');"],
    ['cloudfunctions/patrols/a.ts', "import type { Database } from '@cloudbase/node-sdk';"],
    ['cloudfunctions/patrols/a.ts', "import { who } from '../members/who';"],
    ['cloudfunctions/platform/a.ts', "import { join } from '../patrols/join';"],
    ['local/cloud/a.ts', "import { decide } from '../../cloudfunctions/domain/roster';"],
    ['local/phone/a.ts', "import { \n  words, \n } from '../../miniprogram/texts/words/undefined';"],
    ['local/sample/a.ts', "import { schemas } from '../../typings/contract';"],
  ])('%s: %s', (path, line) => {
    expect(boundaryViolations(path, line)).toEqual([expect.stringContaining(`${path} imports `)]);
  });
});

test.each([
  ['miniprogram/pages/a/index.ts', "import type { ShiftCard } from '../../../typings/contract';"],
  ['miniprogram/pages/a/index.ts', "import dayjs from 'dayjs';"],
  ['cloudfunctions/domain/a.ts', "import dayjs from 'dayjs';\nimport utc from 'dayjs/plugin/utc';"],
  [
    'cloudfunctions/patrols/a.ts',
    "// import { who } from '../members/who';\nimport { take } from '../domain/roster';",
  ],
  ['cloudfunctions/platform/a.ts', "import cloudbase from '@cloudbase/node-sdk';"],
  ['local/sample/a.ts', "import type { ShiftDocument } from '../../typings/documents/event';"],
])('an allowed import passes: %s: %s', (path, line) => {
  expect(boundaryViolations(path, line)).toEqual([]);
});

describe('a content rule fires', () => {
  test.each([
    ['miniprogram/services/patrols.ts', 'wx.cloud.callFunction({ name })'],
    ['cloudfunctions/domain/roster.ts', 'const now = Date.now();'],
    ['cloudfunctions/domain/roster.ts', 'const now = new Date();'],
    ['cloudfunctions/domain/roster.ts', 'const id = Math.random();'],
    ['miniprogram/pages/a/index.wxss', '.a { color: #2b5a3a; }'],
    ['miniprogram/pages/a/index.wxss', '.a { background: rgba(0, 0, 0, 0.5); }'],
    ['miniprogram/pages/a/index.wxss', '.a { font-size: 32rpx; }'],
    ['miniprogram/pages/a/index.wxss', '.a { font: 600 16px / 1.5 sans-serif; }'],
    ['test/long.test.ts', 'line\n'.repeat(251)],
  ])('%s: %.40s', (path, text) => {
    expect(contentViolations(path, text)).toEqual([expect.stringContaining(path)]);
  });

  test.each([
    ['miniprogram/services/cloud.ts', 'wx.cloud.callFunction({ name })'],
    ['cloudfunctions/domain/calendar.ts', 'const day = new Date(at);'],
    ['miniprogram/styles/tokens.wxss', 'page { --ink: #222; --text: 32rpx; }'],
    ['miniprogram/pages/a/index.wxss', '#list { font-size: var(--text); color: var(--ink); }'],
    ['test/fits.test.ts', 'line\n'.repeat(250)],
  ])('and lets the right way pass: %s: %.40s', (path, text) => {
    expect(contentViolations(path, text)).toEqual([]);
  });
});
