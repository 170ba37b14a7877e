import { invalid } from '../errors';
import { checkDepth } from './depth';
import type { Doc, Value } from './value';

const REFUSED = new Set([
  '$oid',
  '$binary',
  '$numberDecimal',
  '$timestamp',
  '$minKey',
  '$maxKey',
  '$symbol',
  '$code',
  '$undefined',
  '$dbPointer',
]);

/** The SDKs send canonical extended JSON; `now` answers `db.serverDate()`. */
export function readEjson(text: string, now: number): Value {
  return decode(parseJson(text), now);
}

export function parseJson(text: string): unknown {
  checkDepth(text);
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw invalid('a parameter is not valid JSON');
  }
}

export function decode(node: unknown, now: number): Value {
  if (node === null || typeof node === 'boolean' || typeof node === 'number' || typeof node === 'string') {
    return node;
  }
  if (Array.isArray(node)) return node.map((item) => decode(item, now));
  if (typeof node !== 'object') throw invalid(`a ${typeof node} is not a value`);
  const entries = Object.entries(node);
  const only = entries.length === 1 ? entries[0] : undefined;
  if (only?.[0].startsWith('$')) {
    const special = decodeSpecial(only[0], only[1], now);
    if (special !== undefined) return special;
  }
  const doc: Doc = {};
  for (const [name, item] of entries) {
    if (name === '__proto__') throw invalid('a field cannot be named __proto__');
    doc[name] = decode(item, now);
  }
  return doc;
}

function decodeSpecial(name: string, body: unknown, now: number): Value | undefined {
  switch (name) {
    case '$numberInt':
    case '$numberLong':
    case '$numberDouble':
      return readNumber(name, body);
    case '$date':
      return readDate(body);
    case '$tcb_server_date':
      return new Date(now + readOffset(body));
    case '$regularExpression':
      return readPattern(body);
    default:
      if (REFUSED.has(name)) throw invalid(`values of type ${name} are not supported`);
      return undefined;
  }
}

function readNumber(name: string, body: unknown): number {
  const number = typeof body === 'string' && body !== '' ? Number(body) : NaN;
  if (Number.isNaN(number) && body !== 'NaN') throw invalid(`${name} needs a number in a string`);
  if (name === '$numberLong' && !Number.isSafeInteger(number))
    throw invalid(`${name} ${number} is too large`);
  return number;
}

function readDate(body: unknown): Date {
  const inner = typeof body === 'object' && body !== null ? decode(body, 0) : body;
  const date = typeof inner === 'number' || typeof inner === 'string' ? new Date(inner) : new Date(NaN);
  if (Number.isNaN(date.getTime())) throw invalid('$date needs a date');
  return date;
}

function readOffset(body: unknown): number {
  const offset = typeof body === 'object' && body !== null && 'offset' in body ? decode(body.offset, 0) : 0;
  if (typeof offset !== 'number') throw invalid('serverDate needs a number as offset');
  return offset;
}

function readPattern(body: unknown): RegExp {
  if (typeof body !== 'object' || body === null || !('pattern' in body)) {
    throw invalid('$regularExpression needs a pattern');
  }
  return pattern(body.pattern, 'options' in body ? body.options : '');
}

/** `g`, `u` and `y` come with JavaScript's own patterns and mean nothing to a database. */
export function pattern(source: unknown, options: unknown): RegExp {
  if (typeof source !== 'string' || typeof options !== 'string') throw invalid('a regex needs strings');
  const flags = [...new Set(options)].filter((flag) => !'guy'.includes(flag)).sort();
  const unknown = flags.find((flag) => !'ims'.includes(flag));
  if (unknown !== undefined) throw invalid(`the regex option ${unknown} is not supported`);
  try {
    return new RegExp(source, flags.join(''));
  } catch {
    throw invalid('the regex cannot be read');
  }
}
