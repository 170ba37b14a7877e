import { extname } from 'node:path';

export interface Reference {
  path: string;
  /** A component is the four files of that name. */
  component: boolean;
}

const SCRIPT = /(?:\bfrom\s*|\bimport\s*\(?\s*|\brequire\s*\(\s*)(["'])([^"'\n]+)\1/g;
const TYPE_IMPORT = /\b(?:import|export)\s+type\b[^;]*?\bfrom\s*["'][^"']+["']/g;
const TEMPLATE = /<(?:import|include|wxs)\b[^>]*?\bsrc\s*=\s*(["'])([^"']+)\1/g;
const STYLE = /@import\s+(?:url\(\s*)?(["'])([^"']+)\1/g;

/** What a file of a mini-program names by path, as written. */
export function referencesOf(file: string, text: string): Reference[] {
  switch (extname(file)) {
    case '.json':
      return componentsOf(text).map((path) => ({ path, component: true }));
    case '.ts':
    case '.js':
    case '.wxs':
      return found(text.replace(TYPE_IMPORT, ''), SCRIPT);
    case '.wxml':
      return found(text, TEMPLATE);
    case '.wxss':
      return found(text, STYLE);
    default:
      return [];
  }
}

function found(text: string, pattern: RegExp): Reference[] {
  return [...text.matchAll(pattern)].flatMap(([, , path]) => (path ? [{ path, component: false }] : []));
}

function componentsOf(text: string): string[] {
  const { usingComponents = {}, componentGenerics = {} } = JSON.parse(text) as {
    usingComponents?: Record<string, string>;
    componentGenerics?: Record<string, true | { default?: string }>;
  };
  const defaults = Object.values(componentGenerics).map((generic) =>
    generic === true ? undefined : generic.default,
  );
  return [...Object.values(usingComponents), ...defaults.filter((path) => path !== undefined)];
}
