import { posix } from 'node:path';

export interface Import {
  /** As written. */
  specifier: string;
  /** Path in the repository for a relative import, else null. */
  target: string | null;
  typeOnly: boolean;
}

const STATEMENT =
  /\b(?:import|export)\s+(type\b)?(?:[\w*${}\s,]+?\s+from\s+)?(["'])([^"'\n]+)\2|\b(?:import|require)\s*\(\s*(["'])([^"'\n]+)\4/g;

/** The import lines of a TypeScript file. */
export function importsOf(path: string, text: string): Import[] {
  return [...withoutComments(text).matchAll(STATEMENT)].map(([, type, , fromName = '', , called]) => {
    const specifier = called ?? fromName;
    const relative = specifier.startsWith('.');
    return {
      specifier,
      target: relative ? posix.join(posix.dirname(path), specifier) : null,
      typeOnly: type !== undefined,
    };
  });
}

export function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1');
}

export function isBelow(target: string, folder: string): boolean {
  return target === folder || target.startsWith(`${folder}/`);
}
