import type { CompiledComponent, ComponentConfig } from '../compiled-app';
import type { AppManifest } from './app-manifest';
import { CompileError } from './compile-error';
import { readJson } from './json-file';
import type { SourceTree } from './source-tree';

const SHARED = new Set(['shared', 'page-shared']);

/** Every page and every component that a page reaches, pages first. */
export function collectComponents(tree: SourceTree, manifest: AppManifest): CompiledComponent[] {
  const found = new Map<string, CompiledComponent>();
  const globals = resolveUsing(tree, 'app', manifest.usingComponents, 'app.json');

  const visit = (path: string, isPage: boolean): void => {
    if (found.has(path)) return;
    const json = tree.has(`${path}.json`) ? readJson<ComponentConfig>(tree, `${path}.json`) : {};
    if (!isPage && json.component !== true) {
      throw new CompileError(`${path}.json`, undefined, 'is used as a component but lacks "component": true');
    }
    const own = resolveUsing(tree, path, json.usingComponents ?? {}, `${path}.json`);
    const using = { ...globals, ...own };
    const config: ComponentConfig = { ...json, usingComponents: using };
    // A page made by Component() shares the app's styles unless it says otherwise; the engine cannot know it is a page.
    if (isPage) config.styleIsolation ??= 'shared';
    found.set(path, {
      path,
      config,
      styleScope: isolated(config) ? `${scopeName(path)}-${found.size}` : null,
    });
    for (const used of Object.values(using)) visit(used.slice(1), false);
  };

  for (const page of manifest.pages) visit(page, true);
  return [...found.values()];
}

function isolated(json: ComponentConfig): boolean {
  if (json.styleIsolation !== undefined) return !SHARED.has(json.styleIsolation);
  return json.component === true;
}

function resolveUsing(
  tree: SourceTree,
  from: string,
  using: Record<string, string>,
  file: string,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(using).map(([tag, reference]) => {
      const path = tree.resolveComponent(reference, from);
      if (path === null) {
        throw new CompileError(file, lineOf(tree, file, reference), `there is no component ${reference}`);
      }
      return [tag, `/${path}`];
    }),
  );
}

function lineOf(tree: SourceTree, file: string, text: string): number | undefined {
  const index = tree
    .read(file)
    .split('\n')
    .findIndex((line) => line.includes(text));
  return index < 0 ? undefined : index + 1;
}

function scopeName(path: string): string {
  const parts = path.split('/');
  const last = parts.at(-1) === 'index' ? parts.at(-2) : parts.at(-1);
  return (last ?? 'component').replace(/[^\w-]/g, '');
}
