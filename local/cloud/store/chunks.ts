const FIRST = 16;
const LARGEST = 1024;
const MOST_TEXT = 8 * 1024 * 1024;

/**
 * Reads ahead in steps, since the reader may stop after the first: they grow while the documents are small and shrink
 * where they are large.
 */
export function* inChunks<T>(
  read: (last: T | undefined, size: number) => T[],
  lengthOf: (one: T) => number,
): Generator<T> {
  let last: T | undefined;
  for (let size = FIRST; ;) {
    const chunk = read(last, size);
    yield* chunk;
    last = chunk.at(-1);
    if (last === undefined || chunk.length < size) return;
    const average = chunk.reduce((sum, one) => sum + lengthOf(one), 0) / chunk.length;
    size = Math.max(1, Math.min(size * 4, LARGEST, Math.floor(MOST_TEXT / Math.max(1, average))));
  }
}
