import { existsSync } from 'node:fs';
import path from 'node:path';
import { build as bundle, type Message, type Plugin } from 'esbuild';
import { HIDDEN_GLOBALS, SCRIPT_GLOBALS, type CompiledComponent } from '../compiled-app';
import { CompileError } from './compile-error';
import type { SourceTree } from './source-tree';

const ENTRY = 'phone-entry';

/** Bundles the app's scripts; each component's script runs when its page is first opened, as in WeChat. */
export async function bundleScripts(
  tree: SourceTree,
  components: CompiledComponent[],
  outFile: string,
): Promise<void> {
  const own = components.flatMap(({ path: name }) => {
    const script = tree.scriptOf(name);
    return script === null ? [] : [[name, tree.absolute(script)] as const];
  });
  const missing = components.find(({ path: name }) => tree.scriptOf(name) === null);
  if (missing) throw new CompileError(missing.path, undefined, 'has no script (.ts or .js)');
  const app = tree.scriptOf('app');
  if (app === null) throw new CompileError('app.ts', undefined, 'does not exist');

  const entry = [['app', tree.absolute(app)] as const, ...own]
    .map(([name, file]) => `${JSON.stringify(name)}: () => require(${JSON.stringify(file)}),`)
    .join('\n');
  const parameters = [...SCRIPT_GLOBALS, ...HIDDEN_GLOBALS].join(', ');
  try {
    await bundle({
      stdin: { contents: `module.exports = {\n${entry}\n};`, resolveDir: tree.root, sourcefile: ENTRY },
      bundle: true,
      format: 'iife',
      globalName: '__scripts',
      target: 'es2022',
      outfile: outFile,
      sourcemap: 'linked',
      logLevel: 'silent',
      nodePaths: [tree.npmDir],
      charset: 'utf8',
      tsconfigRaw: { compilerOptions: { experimentalDecorators: true } },
      banner: { js: `window.__phoneScripts = function (${parameters}) {` },
      footer: { js: 'return __scripts; };' },
      plugins: [resolvePackages(tree)],
    });
  } catch (error) {
    throw toCompileError(tree, error);
  }
}

/** `dayjs/plugin/utc` and the like: the packer's folder first, else what npm installed. */
function resolvePackages(tree: SourceTree): Plugin {
  return {
    name: 'mini-program-packages',
    setup(build) {
      build.onResolve({ filter: /^\// }, ({ path: reference, kind }) => {
        if (kind === 'entry-point') return null;
        const script = scriptAt(tree, reference.slice(1));
        return script === null ? null : { path: tree.absolute(script) };
      });
      build.onResolve({ filter: /^[^./]/ }, ({ path: reference, importer, kind }) => {
        if (kind === 'entry-point' || path.isAbsolute(reference)) return null;
        const inside = importer.includes(`${path.sep}miniprogram_dist${path.sep}`);
        if (inside) {
          const dist = importer.slice(0, importer.indexOf(`${path.sep}miniprogram_dist${path.sep}`));
          const nested = path.join(dist, 'miniprogram_dist', 'miniprogram_npm', reference);
          const found = onDisk(nested);
          if (found) return { path: found };
        }
        const script = scriptAt(tree, `miniprogram_npm/${reference}`);
        return script === null ? null : { path: tree.absolute(script) };
      });
    },
  };
}

function scriptAt(tree: SourceTree, name: string): string | null {
  if (/\.[jt]s$/.test(name) && tree.has(name)) return name;
  return tree.scriptOf(name) ?? tree.scriptOf(`${name}/index`);
}

function onDisk(name: string): string | null {
  return [`${name}.js`, `${name}/index.js`].find((file) => existsSync(file)) ?? null;
}

function toCompileError(tree: SourceTree, error: unknown): unknown {
  const first = (error as { errors?: Message[] }).errors?.[0];
  if (!first) return error;
  const file = first.location ? path.relative(tree.root, path.resolve(first.location.file)) : 'app.ts';
  return new CompileError(file, first.location?.line, first.text);
}
