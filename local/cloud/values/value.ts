/** What a stored document can hold; `undefined` stands for a field that is not there. */
export type Value = null | boolean | number | string | Date | RegExp | Value[] | Doc;

export interface Doc {
  [field: string]: Value;
}

export function isDoc(value: Value | undefined): value is Doc {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof Date) &&
    !(value instanceof RegExp)
  );
}

/** `{ $gt: 1 }` rather than a value to compare with. */
export function isOperatorDoc(doc: Doc): boolean {
  return Object.keys(doc)[0]?.startsWith('$') ?? false;
}

export function fieldOf(doc: Doc, name: string): Value | undefined {
  return Object.hasOwn(doc, name) ? doc[name] : undefined;
}

export function cloneValue<T extends Value>(value: T): T;
export function cloneValue(value: Value): Value {
  if (Array.isArray(value)) return value.map((item) => cloneValue(item));
  if (!isDoc(value)) return value;
  const copy: Doc = {};
  for (const [name, item] of Object.entries(value)) copy[name] = cloneValue(item);
  return copy;
}

/** The type names of MongoDB's messages. */
export function typeName(value: Value | undefined): string {
  if (value === undefined) return 'missing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (value instanceof Date) return 'date';
  if (value instanceof RegExp) return 'regex';
  if (typeof value === 'boolean') return 'bool';
  if (typeof value === 'number') return Number.isInteger(value) ? 'int' : 'double';
  return typeof value;
}
