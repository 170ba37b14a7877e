import { TYPE_RANK, rankOf } from './order';
import { type Value, isDoc } from './value';

/** What an empty array leaves in an index: below null, equal to nothing that a query can ask. */
export const EMPTY = Symbol('empty array');
export type KeyPart = Value | typeof EMPTY;

/** A value as bytes that sort as the value does and never are the beginning of another value's bytes. */
export function encodePart(part: KeyPart): Buffer {
  return bytesOf(keyText(part));
}

export function invert(bytes: Buffer): Buffer {
  return Buffer.from(bytes.map((byte) => 255 - byte));
}

/** The same bytes as a text with a letter for each: such texts are joined and compared many times sooner. */
export function keyText(part: KeyPart): string {
  if (part === EMPTY) return mark(TYPE_RANK.empty);
  return mark(rankOf(part)) + bodyOf(part);
}

export function bytesOf(text: string): Buffer {
  return Buffer.from(text, 'latin1');
}

export function invertedText(text: string): string {
  return invert(bytesOf(text)).toString('latin1');
}

const END = mark(0);

function mark(byte: number): string {
  return String.fromCharCode(byte);
}

function bodyOf(value: Value): string {
  if (value === null) return '';
  if (typeof value === 'number') return numberText(value);
  if (typeof value === 'string') return letters(value);
  if (typeof value === 'boolean') return mark(value ? 1 : 0);
  if (value instanceof Date) return numberText(value.getTime());
  if (value instanceof RegExp) return letters(`${value}`);
  if (Array.isArray(value)) return value.map(keyText).join('') + END;
  if (!isDoc(value)) return '';
  let text = '';
  for (const [name, item] of Object.entries(value)) text += mark(rankOf(item)) + letters(name) + bodyOf(item);
  return text + END;
}

const eight = Buffer.alloc(8);

/** IEEE doubles sort as bytes once negatives are inverted and the sign bit of the others is set. */
function numberText(value: number): string {
  if (Number.isNaN(value)) return END.repeat(8);
  eight.writeDoubleBE(value === 0 ? 0 : value);
  const first = eight[0] ?? 0;
  if (first & 0x80) for (let i = 0; i < 8; i++) eight[i] = 255 - (eight[i] ?? 0);
  else eight[0] = first | 0x80;
  return eight.toString('latin1');
}

/** Control characters are rare enough to go the long way with the rest. */
const PLAIN = /^[ -~]*$/;

function letters(text: string): string {
  if (PLAIN.test(text)) return text + END;
  return Buffer.from(text).toString('latin1').replaceAll('\u0000', '\u0000\u00ff') + END;
}
