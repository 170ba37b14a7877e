import type { TabBar, WindowConfig } from '../compiled-app';
import { CompileError } from './compile-error';
import { readJson } from './json-file';
import type { SourceTree } from './source-tree';

type AppJson = {
  pages?: string[];
  subPackages?: { root: string; pages: string[] }[];
  subpackages?: { root: string; pages: string[] }[];
  window?: WindowConfig;
  tabBar?: TabBar & { custom?: boolean };
  darkmode?: boolean;
  themeLocation?: string;
  usingComponents?: Record<string, string>;
  __usePrivacyCheck__?: boolean;
};

export type AppManifest = {
  pages: string[];
  window: WindowConfig;
  tabBar: TabBar | null;
  darkmode: boolean;
  usingComponents: Record<string, string>;
  usePrivacyCheck: boolean;
};

/** Reads app.json: the pages in their order, the window, the tab bar. */
export function readManifest(tree: SourceTree): AppManifest {
  const json = readJson<AppJson>(tree, 'app.json');
  const packages = [...(json.subPackages ?? []), ...(json.subpackages ?? [])];
  const pages = [
    ...(json.pages ?? []),
    ...packages.flatMap((one) => one.pages.map((page) => `${one.root.replace(/\/$/, '')}/${page}`)),
  ];
  if (pages.length === 0) throw new CompileError('app.json', undefined, 'names no page');
  for (const page of pages) {
    if (!tree.has(`${page}.wxml`)) throw new CompileError('app.json', undefined, `page ${page} has no .wxml`);
  }
  const tabBar = json.tabBar ?? null;
  if (tabBar?.custom)
    throw new CompileError('app.json', undefined, 'a custom tab bar is not available on the local phone');
  if (json.themeLocation !== undefined)
    throw new CompileError('app.json', undefined, 'themeLocation is not available on the local phone');
  for (const item of tabBar?.list ?? []) {
    if (!pages.includes(item.pagePath)) {
      throw new CompileError('app.json', undefined, `tabBar names ${item.pagePath}, which is not a page`);
    }
    for (const icon of [item.iconPath, item.selectedIconPath]) {
      if (icon && !tree.has(icon))
        throw new CompileError('app.json', undefined, `tabBar icon ${icon} does not exist`);
    }
  }
  return {
    pages,
    window: json.window ?? {},
    tabBar,
    darkmode: json.darkmode === true,
    usingComponents: json.usingComponents ?? {},
    usePrivacyCheck: json.__usePrivacyCheck__ === true,
  };
}
