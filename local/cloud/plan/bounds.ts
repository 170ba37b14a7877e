import type { Clue } from './clues';
import { innermostArray, type Index } from './index-spec';
import { intersect, isPoint, type Interval } from './interval';

/**
 * What the clues say of each leading field of an index. Through an array, two conditions may be met by two different
 * elements, so they narrow each other only when one `$elemMatch` on that array holds both.
 */
export function boundsOf(index: Index, clues: Clue[]): Interval[][] {
  const promised = new Map<string, number | 'alone'>();
  const bounds: Interval[][] = [];
  for (const [path] of index.fields) {
    const intervals = fieldBounds(index, path, clues, promised);
    if (intervals === undefined) break;
    bounds.push(intervals);
    if (!intervals.every(isPoint)) break;
  }
  return bounds;
}

function fieldBounds(
  index: Index,
  path: string,
  clues: Clue[],
  promised: Map<string, number | 'alone'>,
): Interval[] | undefined {
  const own = clues.filter((clue) => clue.path === path);
  const array = innermostArray(index, path);
  if (own.length === 0) return undefined;
  if (array === undefined) return own.map((clue) => clue.intervals).reduce(intersect);
  const promise = promised.get(array);
  if (promise === 'alone' || nestedWithAnother(array, promised)) return undefined;
  const best = groups(own, array)
    .filter((group) => promise === undefined || group.id === promise)
    .sort((a, b) => weight(a.intervals) - weight(b.intervals))[0];
  if (best === undefined) return undefined;
  promised.set(array, best.id);
  return best.intervals;
}

function groups(clues: Clue[], array: string): { id: number | 'alone'; intervals: Interval[] }[] {
  const byId = new Map<number, Interval[]>();
  const out: { id: number | 'alone'; intervals: Interval[] }[] = [];
  for (const clue of clues) {
    const id = clue.within.find((context) => context.array === array)?.id;
    if (id === undefined) out.push({ id: 'alone', intervals: clue.intervals });
    else byId.set(id, intersect(byId.get(id) ?? clue.intervals, clue.intervals));
  }
  for (const [id, intervals] of byId) out.push({ id, intervals });
  return out;
}

function nestedWithAnother(array: string, promised: Map<string, unknown>): boolean {
  return [...promised.keys()].some(
    (other) => other !== array && (other.startsWith(`${array}.`) || array.startsWith(`${other}.`)),
  );
}

function weight(intervals: Interval[]): number {
  return intervals.every(isPoint) ? intervals.length : 1_000_000;
}
