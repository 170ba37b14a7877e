/** Every text in a document with its path, lists passed through; a sealed text is one. */
export function textsOf(value: unknown, path = ''): { path: string; text: string }[] {
  if (typeof value === 'string') return [{ path, text: value }];
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((item) => textsOf(item, path));
  if (Object.keys(value).sort().join() === 'c,k,n') return [{ path, text: JSON.stringify(value) }];
  return Object.entries(value).flatMap(([key, inner]) => textsOf(inner, path ? `${path}.${key}` : key));
}
