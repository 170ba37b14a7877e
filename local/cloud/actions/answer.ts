import { failed } from '../errors';
import { writeEjson } from '../values/ejson-write';
import type { Doc } from '../values/value';

const LARGEST = 1024 * 1024;

export function checkSize(bytes: number): void {
  if (bytes > LARGEST) throw failed('database query result size exceed limit (1MB)');
}

/**
 * The documents of one answer, 1 MB at most. The words are those of the SDK's own error -602001; which code the platform
 * sends with them is not known.
 */
export class Answer {
  readonly list: string[] = [];
  private bytes = 0;

  add(doc: Doc): void {
    this.addText(writeEjson(doc));
  }

  /** What is stored goes out as it is. */
  addText(text: string): void {
    this.bytes += Buffer.byteLength(text);
    checkSize(this.bytes);
    this.list.push(text);
  }
}
