import { invalid } from '../errors';
import { lineAssertion, oneCharacter, wordAssertion, type Part } from './part';

const REPEAT = /^(?:\*|\+|\?|\{(\d+)(,(\d*))?\})\??/;
const ESCAPE = /^\\(?:x[\da-fA-F]{2}|u[\da-fA-F]{4}|c[A-Za-z]|[\s\S])/;
const CLASS = /^\[(?:[^\]\\]|\\[\s\S])*\]/;
const GROUP = /^\((?:\?:|\?<[A-Za-z_$][\w$]*>)?/;

/** Reads a pattern that JavaScript has already read; what needs backtracking is refused. */
export function parsePattern(source: string, flags: string): Part {
  let rest = source;
  const take = (length: number): string => {
    const taken = rest.slice(0, length);
    rest = rest.slice(length);
    return taken;
  };

  function alternatives(): Part {
    const parts = [sequence()];
    while (rest.startsWith('|')) {
      take(1);
      parts.push(sequence());
    }
    return parts.length === 1 && parts[0] ? parts[0] : { kind: 'any', parts };
  }

  function sequence(): Part {
    const parts: Part[] = [];
    while (rest !== '' && !rest.startsWith('|') && !rest.startsWith(')')) parts.push(repeated(atom()));
    return { kind: 'all', parts };
  }

  function repeated(part: Part): Part {
    const found = REPEAT.exec(rest);
    if (found === null) return part;
    const sign = take(found[0].length).charAt(0);
    if (sign !== '{')
      return { kind: 'repeat', part, min: sign === '+' ? 1 : 0, max: sign === '?' ? 1 : Infinity };
    const min = Number(found[1]);
    const max = found[2] === undefined ? min : found[3] === '' ? Infinity : Number(found[3]);
    return { kind: 'repeat', part, min, max };
  }

  function atom(): Part {
    if (/^\(\?(?:[=!]|<[=!])/.test(rest))
      throw invalid('a regex that looks ahead or behind is not supported');
    if (rest.startsWith('(')) {
      take(GROUP.exec(rest)?.[0].length ?? 1);
      const inner = alternatives();
      take(1);
      return inner;
    }
    if (rest.startsWith('^') || rest.startsWith('$')) return lineAssertion(take(1), flags);
    if (/^\\[bB]/.test(rest)) return wordAssertion(take(2));
    if (/^\\(?:[1-9]|k)/.test(rest)) throw invalid('a regex that refers back to a group is not supported');
    const length = (ESCAPE.exec(rest) ?? CLASS.exec(rest))?.[0].length ?? 1;
    return oneCharacter(take(length), flags);
  }

  return alternatives();
}
