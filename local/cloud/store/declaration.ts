import { readFileSync } from 'node:fs';
import type { IndexField, IndexSpec } from '../plan/index-spec';
import { CloudError } from '../errors';

export type Declaration = Map<string, IndexSpec[]>;

/** Reads the collections and their indexes; a mistake is named with its place. */
export function readDeclaration(file: string): Declaration {
  const content = load(file);
  if (!isRecord(content)) throw wrong(file, 'must be an object of collections');
  return new Map(
    Object.entries(content).map(([name, body]) => {
      const indexes = isRecord(body) ? (body['indexes'] ?? []) : undefined;
      if (!Array.isArray(indexes)) throw wrong(file, `${name}.indexes must be an array`);
      return [name, indexes.map((index: unknown) => readIndex(file, name, index))];
    }),
  );
}

/** Collections that a restore may only add to: `"survivesRestore": true`. */
export function survivorsOf(file: string): string[] {
  const content = load(file);
  if (!isRecord(content)) throw wrong(file, 'must be an object of collections');
  return Object.entries(content).flatMap(([name, body]) => {
    const survives = isRecord(body) ? (body['survivesRestore'] ?? false) : false;
    if (typeof survives !== 'boolean') throw wrong(file, `${name}.survivesRestore must be true or false`);
    return survives ? [name] : [];
  });
}

function load(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as unknown;
  } catch (error) {
    throw wrong(file, error instanceof Error ? error.message : 'cannot be read');
  }
}

function readIndex(file: string, collection: string, index: unknown): IndexSpec {
  if (!isRecord(index) || typeof index['name'] !== 'string' || !Array.isArray(index['fields'])) {
    throw wrong(file, `each index of ${collection} needs a name and fields`);
  }
  const fields = index['fields'].map((field: unknown): IndexField => {
    const [path, direction] = Array.isArray(field) ? (field as unknown[]) : [];
    if (typeof path !== 'string' || (direction !== 1 && direction !== -1)) {
      throw wrong(file, `the fields of ${collection}.${String(index['name'])} must be like ["path", 1]`);
    }
    return [path, direction];
  });
  return { name: index['name'], fields, unique: index['unique'] === true };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function wrong(file: string, what: string): CloudError {
  return new CloudError('BAD_COLLECTIONS', `${file}: ${what}`);
}
