import { inflateRawSync } from 'node:zlib';

/** 不是表格，或者太大。 */
export class UnreadableSheet extends Error {
  constructor(readonly code: 'not_a_sheet' | 'sheet_too_large') {
    super(code);
  }
}

const MEGABYTE = 1024 * 1024;
/** All parts of the file unpacked; five thousand people take three. */
const MOST_UNPACKED = 40 * MEGABYTE;
const MOST_PARTS = 2_000;

/** APPNOTE 4.3.16, 4.3.12, 4.3.7: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT */
const END = { mark: 0x06054b50, size: 22, longestComment: 0xffff };
const ENTRY = { mark: 0x02014b50, size: 46 };
const LOCAL = { mark: 0x04034b50, size: 30 };
const ENCRYPTED = 1;
const STORED = 0;
const DEFLATED = 8;

interface Part {
  name: string;
  method: number;
  packed: number;
  unpacked: number;
  at: number;
}

/**
 * The parts of a zip that are wanted. What the directory says is looked at before anything is inflated, and a part that
 * turns out larger than it said is not inflated any further.
 */
export function unzip(file: Buffer, wanted: (name: string) => boolean): Map<string, Buffer> {
  try {
    const parts = directoryOf(file);
    if (parts.reduce((sum, { unpacked }) => sum + unpacked, 0) > MOST_UNPACKED)
      throw new UnreadableSheet('sheet_too_large');
    return new Map(
      parts.filter(({ name }) => wanted(name)).map((part) => [part.name, contentOf(file, part)]),
    );
  } catch (error) {
    // A truncated file ends in reads outside of it, a damaged one in what zlib says.
    throw error instanceof UnreadableSheet ? error : new UnreadableSheet('not_a_sheet');
  }
}

function directoryOf(file: Buffer): Part[] {
  const end = endOf(file);
  const count = file.readUInt16LE(end + 10);
  if (count > MOST_PARTS) throw new UnreadableSheet('sheet_too_large');
  const parts: Part[] = [];
  let at = file.readUInt32LE(end + 16);
  for (let index = 0; index < count; index++) {
    if (file.readUInt32LE(at) !== ENTRY.mark || file.readUInt16LE(at + 8) & ENCRYPTED)
      throw new UnreadableSheet('not_a_sheet');
    const nameLength = file.readUInt16LE(at + 28);
    parts.push({
      name: file.toString('utf8', at + ENTRY.size, at + ENTRY.size + nameLength),
      method: file.readUInt16LE(at + 10),
      packed: file.readUInt32LE(at + 20),
      unpacked: file.readUInt32LE(at + 24),
      at: file.readUInt32LE(at + 42),
    });
    at += ENTRY.size + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  return parts;
}

function endOf(file: Buffer): number {
  const first = Math.max(0, file.length - END.size - END.longestComment);
  for (let at = file.length - END.size; at >= first; at--) {
    if (file.readUInt32LE(at) === END.mark) return at;
  }
  throw new UnreadableSheet('not_a_sheet');
}

function contentOf(file: Buffer, { method, packed, unpacked, at }: Part): Buffer {
  if (file.readUInt32LE(at) !== LOCAL.mark) throw new UnreadableSheet('not_a_sheet');
  const from = at + LOCAL.size + file.readUInt16LE(at + 26) + file.readUInt16LE(at + 28);
  const bytes = file.subarray(from, from + packed);
  if (method === STORED && packed === unpacked) return bytes;
  if (method !== DEFLATED) throw new UnreadableSheet('not_a_sheet');
  if (unpacked === 0) return Buffer.alloc(0);
  const content = inflate(bytes, unpacked);
  if (content.length !== unpacked) throw new UnreadableSheet('not_a_sheet');
  return content;
}

function inflate(bytes: Buffer, unpacked: number): Buffer {
  try {
    return inflateRawSync(bytes, { maxOutputLength: unpacked });
  } catch (error) {
    const larger = (error as { code?: unknown }).code === 'ERR_BUFFER_TOO_LARGE';
    throw new UnreadableSheet(larger ? 'sheet_too_large' : 'not_a_sheet');
  }
}
