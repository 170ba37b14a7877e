import { failed, invalid } from '../errors';
import { parsePattern } from './parse';
import { programOf, type Step } from './program';

const LONGEST_PATTERN = 1000;
/** Over all texts that one request holds against the pattern. */
const MOST_WORK = 100_000_000;

/** Without these a pattern can be tried in one way only at each place: JavaScript's own is quick at it. */
const CHOICES = /[*+?{|(]|\\[1-9k]/;

/**
 * Whether a text holds a match, in time proportional to the text: JavaScript's backtracking would let one pattern like
 * `(a+)+$` stop the whole cloud. References back and looking around cannot be done so and are refused.
 */
export function linearTest(expression: RegExp): (text: string) => boolean {
  const { source, flags } = expression;
  if (source.length > LONGEST_PATTERN) throw invalid(`a regex has at most ${LONGEST_PATTERN} characters`);
  if (!CHOICES.test(source)) return (text) => expression.test(text);
  const { steps, start } = programOf(parsePattern(source, flags));
  const spent = { work: 0 };
  return (text) => walk(steps, start, text, spent);
}

function walk(steps: Step[], start: number, text: string, spent: { work: number }): boolean {
  const seenAt = new Int32Array(steps.length).fill(-1);
  let here: number[] = [];

  /** Everything that can be reached from a step without taking a character; true when the end is. */
  function reach(first: number, at: number): boolean {
    const open = [first];
    for (let index = open.pop(); index !== undefined; index = open.pop()) {
      const step = steps[index];
      if (step === undefined || seenAt[index] === at) continue;
      seenAt[index] = at;
      spent.work++;
      if (step.kind === 'end') return true;
      if (step.kind === 'one') here.push(index);
      else if (step.kind === 'fork') open.push(...step.ways);
      else if (step.holds(text, at)) open.push(step.next);
    }
    return false;
  }

  if (reach(start, 0)) return true;
  for (let at = 0; at < text.length; at++) {
    if (spent.work > MOST_WORK) throw failed('the regex takes too much work for texts of this length');
    const candidates = here;
    here = [];
    const character = text.charAt(at);
    for (const index of candidates) {
      const step = steps[index];
      if (step?.kind === 'one' && step.accepts(character) && reach(step.next, at + 1)) return true;
    }
    if (reach(start, at + 1)) return true;
  }
  return false;
}
