import { invalid } from '../errors';
import type { Holds, Part } from './part';

export type Step =
  | { kind: 'one'; accepts: (character: string) => boolean; next: number }
  | { kind: 'assert'; holds: Holds; next: number }
  | { kind: 'fork'; ways: number[] }
  | { kind: 'end' };

const MOST_STEPS = 2000;

/** A pattern as steps that can be walked all at once (Thompson's construction), written from the end backwards. */
export function programOf(part: Part): { steps: Step[]; start: number } {
  const steps: Step[] = [{ kind: 'end' }];
  const add = (step: Step): number => {
    if (steps.length >= MOST_STEPS)
      throw invalid(`a regex of more than ${MOST_STEPS} steps is not supported`);
    return steps.push(step) - 1;
  };

  function before(one: Part, next: number): number {
    switch (one.kind) {
      case 'one':
      case 'assert':
        return add({ ...one, next });
      case 'all':
        return one.parts.reduceRight((to, inner) => before(inner, to), next);
      case 'any':
        return add({ kind: 'fork', ways: one.parts.map((inner) => before(inner, next)) });
      case 'repeat':
        return repeat(one.part, one.min, one.max, next);
    }
  }

  function repeat(inner: Part, min: number, max: number, next: number): number {
    let start = next;
    if (max === Infinity) {
      const fork: Step = { kind: 'fork', ways: [next] };
      start = add(fork);
      fork.ways.push(before(inner, start));
    } else {
      for (let n = min; n < max; n++) start = add({ kind: 'fork', ways: [next, before(inner, start)] });
    }
    for (let n = 0; n < min; n++) {
      const once = before(inner, start);
      if (once === start) break;
      start = once;
    }
    return start;
  }

  return { steps, start: before(part, 0) };
}
