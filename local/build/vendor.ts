import { join } from 'node:path';
import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';
import { writeIfChanged } from './files';
import { lazyRequires } from './lazy-requires';
import { CACHE, ROOT } from './paths';
import { stampOf } from './stamp';

/** SDKs that stay files of their own beside a function's code, so that they are loaded only by what needs them. */
export const VENDORS: Record<string, { file: string; needs: string[] }> = {
  '@cloudbase/node-sdk': { file: 'node-sdk.js', needs: [] },
  'wx-server-sdk': { file: 'wx-server-sdk.js', needs: ['@cloudbase/node-sdk'] },
};

/** The bundled, minified SDK; built once per version. */
export async function vendorBundle(name: string): Promise<Uint8Array> {
  const { file } = vendor(name);
  const target = join(CACHE, 'vendor', file);
  const stamp = stampOf(join(CACHE, 'stamps'), 'vendor', target);
  if (!(await stamp.isFresh())) {
    await writeIfChanged(target, await bundle(name));
    await stamp.set([
      target,
      join(ROOT, 'node_modules', name, 'package.json'),
      ...['vendor.ts', 'lazy-requires.ts'].map((own) => join(__dirname, own)),
      join(ROOT, 'package-lock.json'),
    ]);
  }
  return readFile(target);
}

/** Points every import of a vendor other than the bundled one at its file. */
export function vendorImports(folder: string, bundled?: string): Plugin {
  return {
    name: 'vendor-imports',
    setup(build) {
      build.onResolve({ filter: /^[@a-z]/ }, ({ path }) => {
        const found = path === bundled ? undefined : VENDORS[path];
        return found && { path: `${folder}/${found.file}`, external: true };
      });
    },
  };
}

export function withNeeds(names: string[]): string[] {
  return [...new Set(names.flatMap((name) => [name, ...vendor(name).needs]))];
}

function vendor(name: string) {
  const found = VENDORS[name];
  if (!found) throw new Error(`${name} is not a vendor: add it to VENDORS in local/build/vendor.ts.`);
  return found;
}

async function bundle(name: string): Promise<Uint8Array> {
  const { build } = await import('esbuild');
  const result = await build({
    stdin: { contents: `module.exports = require('${name}')`, resolveDir: ROOT },
    bundle: true,
    write: false,
    platform: 'node',
    target: 'node18',
    format: 'cjs',
    minify: true,
    legalComments: 'none',
    logLevel: 'error',
    plugins: [vendorImports('.', name), lazyRequires],
  });
  const [output] = result.outputFiles;
  if (!output) throw new Error(`esbuild gave nothing for ${name}.`);
  return output.contents;
}
