import { runInThisContext } from 'node:vm';
import { makeRequiresLazy } from '../../../local/build/lazy-requires';

test('a module is required on first use, once, and can still be constructed', () => {
  const source = [
    'var __importDefault = (mod) => ({ default: mod });',
    'const heavy_1 = __importDefault(require("heavy"));',
    'const never_1 = require("never");',
    'exports.make = () => new heavy_1.default(1);',
    'exports.never = () => (0, never_1.call)();',
  ].join('\n');
  const required: string[] = [];
  const module = { exports: {} as { make(): { size: number } } };
  const evaluate = runInThisContext(`(function (exports, require) { ${makeRequiresLazy(source)} })`) as (
    exports: object,
    require: (name: string) => unknown,
  ) => void;
  evaluate(module.exports, (name) => {
    required.push(name);
    return class {
      constructor(readonly size: number) {}
    };
  });

  expect(required).toEqual([]);
  expect(module.exports.make().size).toBe(1);
  expect(module.exports.make().size).toBe(1);
  expect(required).toEqual(['heavy']);
});
