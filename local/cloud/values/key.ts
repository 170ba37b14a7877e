import { TYPE_RANK, rankOf } from './order';
import { type Value, isDoc } from './value';

/** What an empty array leaves in an index: below null, equal to nothing that a query can ask. */
export const EMPTY = Symbol('empty array');
export type KeyPart = Value | typeof EMPTY;

/** A value as bytes that sort as the value does and never are the beginning of another value's bytes. */
export function encodePart(part: KeyPart): Buffer {
  const bytes: number[] = [];
  write(bytes, part);
  return Buffer.from(bytes);
}

export function invert(bytes: Buffer): Buffer {
  return Buffer.from(bytes.map((byte) => 255 - byte));
}

function write(out: number[], part: KeyPart): void {
  if (part === EMPTY) {
    out.push(TYPE_RANK.empty);
    return;
  }
  out.push(rankOf(part));
  writeBody(out, part);
}

function writeBody(out: number[], value: Value): void {
  if (value === null) return;
  if (typeof value === 'number') writeNumber(out, value);
  else if (typeof value === 'string') writeText(out, value);
  else if (typeof value === 'boolean') out.push(value ? 1 : 0);
  else if (value instanceof Date) writeNumber(out, value.getTime());
  else if (value instanceof RegExp) writeText(out, `${value}`);
  else if (Array.isArray(value)) {
    for (const item of value) write(out, item);
    out.push(0);
  } else if (isDoc(value)) {
    for (const [name, item] of Object.entries(value)) {
      out.push(rankOf(item));
      writeText(out, name);
      writeBody(out, item);
    }
    out.push(0);
  }
}

/** IEEE doubles sort as bytes once negatives are inverted and the sign bit of the others is set. */
function writeNumber(out: number[], value: number): void {
  const bytes = Buffer.alloc(8);
  if (!Number.isNaN(value)) {
    bytes.writeDoubleBE(value === 0 ? 0 : value);
    const first = bytes[0] ?? 0;
    if (first & 0x80) for (let i = 0; i < 8; i++) bytes[i] = 255 - (bytes[i] ?? 0);
    else bytes[0] = first | 0x80;
  }
  out.push(...bytes);
}

function writeText(out: number[], text: string): void {
  for (const byte of Buffer.from(text)) {
    out.push(byte);
    if (byte === 0) out.push(255);
  }
  out.push(0);
}
