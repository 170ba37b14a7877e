import { invalid } from '../errors';
import { readBody, sendJson } from '../http/exchange';
import type { Handler } from '../http/server';
import { checkNames } from '../actions/request';
import { withId } from '../actions/insert-document';
import type { Catalog } from '../store/catalog';
import type { Commits } from '../store/commits';
import { decode, parseJson } from '../values/ejson-read';
import { isDoc } from '../values/value';

const LARGEST_IMPORT = 1024 * 1024 * 1024;

type Entry = [collection: string, doc: unknown];

/** Bulk load, all or nothing: lines of `{ collection, doc }`, or one object of collections. */
export function importRoute(catalog: Catalog, commits: Commits): Handler {
  return async (request, response) => {
    const body = await readBody(request, LARGEST_IMPORT);
    const imported = await commits.write(() => {
      let count = 0;
      for (const [collection, plain] of entriesOf(body)) {
        const doc = decode(plain, 0);
        if (!isDoc(doc)) throw invalid('each imported document must be an object');
        checkNames(doc);
        catalog.get(collection).insert(withId(doc));
        count++;
      }
      return count;
    });
    sendJson(response, 200, { imported });
  };
}

function* entriesOf(body: Buffer): Generator<Entry> {
  const end = body.indexOf(10);
  const first = parseFirst(body.subarray(0, end < 0 ? body.length : end).toString('utf8'));
  if (isLine(first)) yield* linesOf(body);
  else if (body.length > 0) yield* collectionsOf(parseJson(body.toString('utf8')));
}

function parseFirst(line: string): unknown {
  try {
    return JSON.parse(line) as unknown;
  } catch {
    return undefined;
  }
}

function isLine(value: unknown): value is { collection: string; doc: unknown } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'collection' in value &&
    'doc' in value &&
    typeof value.collection === 'string'
  );
}

function* linesOf(body: Buffer): Generator<Entry> {
  for (let start = 0; start < body.length;) {
    const end = body.indexOf(10, start);
    const stop = end < 0 ? body.length : end;
    const text = body.subarray(start, stop).toString('utf8').trim();
    start = stop + 1;
    if (text === '') continue;
    const line = parseJson(text);
    if (!isLine(line)) throw invalid('each line must hold a collection and a doc');
    yield [line.collection, line.doc];
  }
}

function* collectionsOf(content: unknown): Generator<Entry> {
  if (typeof content !== 'object' || content === null) throw invalid('an import is an object of collections');
  for (const [collection, docs] of Object.entries(content)) {
    if (!Array.isArray(docs)) throw invalid(`${collection} must be an array of documents`);
    for (const doc of docs as unknown[]) yield [collection, doc];
  }
}
