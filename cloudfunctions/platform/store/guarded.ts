import { collection } from './database';

type Fields = Record<string, unknown>;
type Name = Parameters<typeof collection>[0];

/** `updateAndReturn` is in the official SDK and its suite, but little documented: `off` falls back to update, then get. */
const RETURNS_IN_ONE_TRIP = process.env['UPDATE_AND_RETURN'] !== 'off';

/**
 * Changes the one document that meets the guard and returns it as it then is; null where none meets it. Decided by the database in one step.
 */
export async function guardedUpdate<T>(
  name: Name,
  guard: Fields & { _id?: string },
  change: Fields,
): Promise<T | null> {
  const query = filtered(name, guard);
  defined(change, 'change');
  if (RETURNS_IN_ONE_TRIP) {
    const { doc } = (await query.updateAndReturn(change)) as { doc?: T | null };
    return doc ?? null;
  }
  const { updated } = (await query.update(change)) as { updated?: number };
  if (!updated) return null;
  return (await filtered(name, keyOf(guard)).limit(1).get()).data[0] as T;
}

/** What finds the document again when the change has made the rest of the guard untrue: its id, else the guard's first field. */
function keyOf(guard: Fields & { _id?: string }): Fields {
  if (guard._id !== undefined) return { _id: guard._id };
  return Object.fromEntries(Object.entries(guard).slice(0, 1));
}

/** Inserts a document with an id of its own; false where that id, or another of its unique fields, is there already. */
export async function insertOnce(name: Name, document: object): Promise<boolean> {
  defined(document, name);
  try {
    await collection(name).add(document);
    return true;
  } catch (error) {
    if (isDuplicate(error)) return false;
    throw error;
  }
}

export const isDuplicate = (error: unknown): boolean => /E11000/.test(String(error));

/** A query whose guard is whole: the SDK drops a field that is undefined, and the guard with it. */
export function filtered(name: Name, guard: Fields) {
  defined(guard, 'guard');
  return collection(name).where(guard);
}

/** Throws on `undefined` anywhere inside plain data. */
export function defined(value: unknown, path: string): void {
  if (value === undefined) throw new TypeError(`undefined in ${path}`);
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    defined(inner, `${path}.${key}`);
  }
}
