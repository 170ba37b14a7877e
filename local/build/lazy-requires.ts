import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';

const TSC_OUTPUT = /@cloudbase[\\/](node-sdk[\\/]dist|database[\\/]dist[\\/]commonjs)[\\/].*\.js$/;
const TOP_LEVEL_REQUIRE = /^(?:const|var) (\w+_\d+) = (.*\brequire\(["'][^"']+["']\).*);$/gm;

/**
 * The node SDK loads AI, storage, JWT and XML libraries that a database call never touches: half of a cold start.
 * tsc's `const x_1 = require('x')` becomes a call that requires on first use; the package on disk stays as it is.
 */
export const lazyRequires: Plugin = {
  name: 'lazy-requires',
  setup(build) {
    build.onLoad({ filter: TSC_OUTPUT }, async ({ path }) => ({
      contents: makeRequiresLazy(await readFile(path, 'utf8')),
      loader: 'js',
    }));
  },
};

export function makeRequiresLazy(source: string): string {
  const names: string[] = [];
  const declared = source.replace(TOP_LEVEL_REQUIRE, (_line, name: string, required: string) => {
    names.push(name);
    return `let ${name}$loaded; const ${name} = () => ${name}$loaded ??= ${required};`;
  });
  // tsc reaches an imported name only as a member, `x_1.name`; the brackets keep `new x_1.Name()` a constructor call.
  return names.reduce(
    (text, name) => text.replace(new RegExp(`\\b${name}(?=\\.)`, 'g'), `(${name}())`),
    declared,
  );
}
