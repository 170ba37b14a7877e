// Functions run in UTC on CloudBase, so the tests do too: whoever reads local time is found out.
process.env.TZ = 'UTC';

/** CommonJS from TypeScript by swc; types are `npm run check`'s work. */
const common = {
  rootDir: __dirname,
  transform: {
    '\\.tsx?$': [
      '@swc/jest',
      {
        jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
        module: { type: 'commonjs' },
        sourceMaps: 'inline',
      },
    ],
  },
  moduleFileExtensions: ['ts', 'js', 'json', 'node'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.cache/', '<rootDir>/test/browser/node_modules/'],
};

const COMPONENTS = '<rootDir>/test/miniprogram/components/';
const JOURNEYS = ['<rootDir>/test/e2e/', '<rootDir>/test/local/phone/'];

/** @type {import('jest').Config} */
module.exports = {
  maxWorkers: 2,
  testTimeout: 60_000,
  projects: [
    {
      ...common,
      displayName: 'node',
      testEnvironment: 'node',
      testMatch: ['<rootDir>/test/**/*.test.ts'],
      testPathIgnorePatterns: ['/node_modules/', COMPONENTS, ...JOURNEYS],
    },
    {
      ...common,
      displayName: 'components',
      testEnvironment: 'jsdom',
      testMatch: [`${COMPONENTS}**/*.test.ts`],
      globalSetup: '<rootDir>/test/miniprogram/components/build.ts',
      // The compiled components lie in .cache, which the other projects do not look into.
      modulePathIgnorePatterns: common.modulePathIgnorePatterns.filter(
        (pattern) => !pattern.includes('.cache'),
      ),
    },
    {
      ...common,
      displayName: 'journeys',
      globalSetup: '<rootDir>/test/browser/ready.ts',
      testEnvironment: 'node',
      testMatch: JOURNEYS.map((folder) => `${folder}**/*.test.ts`),
    },
  ],
};
