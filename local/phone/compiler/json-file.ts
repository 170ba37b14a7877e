import { transformSync } from 'esbuild';
import { CompileError } from './compile-error';
import type { SourceTree } from './source-tree';

/** Reads a JSON file of the mini-program; a mistake names its line. */
export function readJson<T>(tree: SourceTree, file: string): T {
  const text = tree.read(file);
  try {
    return JSON.parse(text) as T;
  } catch (error) {
    throw new CompileError(file, lineOfMistake(text), error instanceof Error ? error.message : String(error));
  }
}

function lineOfMistake(text: string): number | undefined {
  try {
    transformSync(text, { loader: 'json', logLevel: 'silent' });
    return undefined;
  } catch (error) {
    const failure = error as { errors?: { location: { line: number } | null }[] };
    return failure.errors?.[0]?.location?.line;
  }
}
