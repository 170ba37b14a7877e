import { basename, resolve } from 'node:path';
import { ROOT } from './paths';
import { VENDORS, vendorImports } from './vendor';

export interface Bundle {
  files: Map<string, Uint8Array>;
  /** Absolute paths of everything that was read. */
  inputs: string[];
  /** SDKs that the code requires from ./vendor. */
  vendors: string[];
}

/**
 * One function as CommonJS files: index.js, a file per lazily imported use case, and what they share.
 * esbuild splits only ES modules, so it splits first and each file is turned into CommonJS afterwards.
 */
export async function bundleFunction(entry: string): Promise<Bundle> {
  const { build, transform } = await import('esbuild');
  const split = await build({
    entryPoints: { index: entry },
    bundle: true,
    splitting: true,
    write: false,
    metafile: true,
    platform: 'node',
    target: 'node18',
    format: 'esm',
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'error',
    outdir: 'out',
    absWorkingDir: ROOT,
    plugins: [vendorImports('./vendor')],
  });

  const files = new Map<string, Uint8Array>();
  for (const { path, text } of split.outputFiles) {
    const { code } = await transform(text, {
      format: 'cjs',
      platform: 'node',
      target: 'node18',
      supported: { 'dynamic-import': false },
      charset: 'utf8',
      minify: true,
    });
    files.set(basename(path), Buffer.from(code));
  }

  const imported = Object.values(split.metafile.outputs).flatMap((output) =>
    output.imports.map(({ path }) => path),
  );
  return {
    files,
    inputs: Object.keys(split.metafile.inputs).map((path) => resolve(ROOT, path)),
    vendors: Object.keys(VENDORS).filter((name) => imported.includes(`./vendor/${VENDORS[name]?.file}`)),
  };
}
