import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { WXS_GLOBALS, type CompiledApp } from '../compiled-app';
import { readManifest } from './app-manifest';
import { copyFont, copyPictures } from './assets';
import { CompileError } from './compile-error';
import { collectComponents } from './component-graph';
import { bundleRuntime } from './runtime-bundle';
import { bundleScripts } from './scripts';
import { SourceTree } from './source-tree';
import { compileTemplates } from './wxml';
import { compileStyle } from './wxss';

export type PhoneOptions = {
  /** The mini-program's folder, with app.json in it. */
  miniprogramDir: string;
  outDir: string;
  /** node_modules, for packages that the official packer has not put into miniprogram_npm. */
  npmDir?: string;
};

/** Compiles the mini-program and the phone that runs it into static files. */
export async function compilePhone(options: PhoneOptions): Promise<{ warnings: string[] }> {
  const root = path.resolve(options.miniprogramDir);
  const outDir = path.resolve(options.outDir);
  const npmDir = path.resolve(options.npmDir ?? path.join(root, '..', 'node_modules'));
  const tree = new SourceTree(root, npmDir);

  await mkdir(outDir, { recursive: true });
  try {
    return await compileInto(outDir, tree, npmDir);
  } catch (error) {
    if (error instanceof CompileError) {
      await bundleRuntime(outDir);
      await writeFile(path.join(outDir, 'app-data.js'), mistakeScript(error));
    }
    throw error;
  }
}

async function compileInto(
  outDir: string,
  tree: SourceTree,
  npmDir: string,
): Promise<{ warnings: string[] }> {
  const { root } = tree;
  const warnings: string[] = [];
  const manifest = readManifest(tree);
  const components = collectComponents(tree, manifest);
  const scripts = bundleScripts(tree, components, path.join(outDir, 'app-scripts.js'));
  const files = [scripts, bundleRuntime(outDir), copyPictures(root, outDir), copyFont(npmDir, outDir)];
  try {
    const templates = compileTemplates(tree, components, (warning) => warnings.push(warning));
    const styles = Object.fromEntries([
      ...(tree.has('app.wxss') ? [['app', compileStyle(tree, 'app.wxss', null)]] : []),
      ...components
        .filter(({ path: name }) => tree.has(`${name}.wxss`))
        .map(({ path: name, styleScope }) => [name, compileStyle(tree, `${name}.wxss`, styleScope)]),
    ]) as Record<string, string>;
    const app: CompiledApp = {
      pages: manifest.pages,
      window: manifest.window,
      tabBar: manifest.tabBar,
      usePrivacyCheck: manifest.usePrivacyCheck,
      darkmode: manifest.darkmode,
      sourceRoot: `${path.relative(outDir, root).split(path.sep).join('/')}/`,
      components,
      styles,
    };
    files.push(writeFile(path.join(outDir, 'app-data.js'), dataScript(app, templates)));
  } finally {
    await Promise.allSettled(files);
  }
  await Promise.all(files);
  return { warnings };
}

function dataScript(app: CompiledApp, templates: string): string {
  return [
    `window.__phoneApp = ${JSON.stringify(app)};`,
    `window.__phoneTemplates = function (${WXS_GLOBALS.join(', ')}) { return ${templates}; };`,
    '',
  ].join('\n');
}

/** A phone without an app: it shows where the mistake is. */
const mistakeScript = (mistake: CompileError): string =>
  `window.__phoneMistake = ${JSON.stringify(mistake.message)};\n`;
