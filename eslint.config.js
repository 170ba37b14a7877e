const js = require('@eslint/js');
const ts = require('typescript-eslint');

module.exports = ts.config(
  {
    ignores: [
      '**/node_modules/',
      'dist/',
      '.cache/',
      '.data/',
      'miniprogram/miniprogram_npm/',
      'test/local/phone/sample-app/',
    ],
  },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [ts.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: __dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      eqeqeq: 'error',
      // Widening `null as Shift | null` in a page's data is how native pages are typed; the rule takes it for needless.
      '@typescript-eslint/no-unnecessary-type-assertion': 'off',
    },
  },
  {
    // WeChat calls methods of a page by themselves, with its own `this`, and does not wait for a handler.
    files: ['miniprogram/**/*.ts'],
    rules: {
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      'no-console': 'error',
    },
  },
  {
    // jest's matchers are typed as any: expect.objectContaining() inside an expected object.
    files: ['test/**/*.ts'],
    rules: { '@typescript-eslint/no-unsafe-assignment': 'off' },
  },
  {
    files: ['**/*.js'],
    languageOptions: {
      sourceType: 'commonjs',
      globals: { __dirname: 'readonly', module: 'writable', process: 'readonly', require: 'readonly' },
    },
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error', noInlineConfig: true } },
);
