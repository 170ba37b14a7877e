import { cp } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';

const here = path.resolve(__dirname, '..');

/** The phone itself: its engine and `wx` (phone.js), and the table around it (shell.js). */
export async function bundleRuntime(outDir: string): Promise<void> {
  await Promise.all([
    cp(path.join(here, 'public'), outDir, { recursive: true }),
    build({
      entryPoints: {
        phone: path.join(here, 'runtime/phone.ts'),
        shell: path.join(here, 'runtime/shell/shell.ts'),
      },
      outdir: outDir,
      bundle: true,
      format: 'iife',
      target: 'es2022',
      sourcemap: 'linked',
      charset: 'utf8',
      logLevel: 'silent',
      define: { 'process.env.NODE_ENV': '"development"' },
      tsconfigRaw: {},
    }),
  ]);
}
