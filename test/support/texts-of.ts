/** A key of a record: it is not a field of the document. */
const RECORD_KEY = /^q[0-9]+$/;

/** Every text in a document with its path, lists and records passed through; a sealed text is one. */
export function textsOf(value: unknown, path = ''): { path: string; text: string }[] {
  if (typeof value === 'string') return [{ path, text: value }];
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((item) => textsOf(item, path));
  if (Object.keys(value).sort().join() === 'c,k,n') return [{ path, text: JSON.stringify(value) }];
  return Object.entries(value).flatMap(([key, inner]) => {
    if (RECORD_KEY.test(key)) return textsOf(inner, path);
    return textsOf(inner, path ? `${path}.${key}` : key);
  });
}
