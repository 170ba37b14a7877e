export type Holds = (text: string, at: number) => boolean;

export type Part =
  | { kind: 'one'; accepts: (character: string) => boolean }
  | { kind: 'assert'; holds: Holds }
  | { kind: 'all' | 'any'; parts: Part[] }
  | { kind: 'repeat'; part: Part; min: number; max: number };

const LINE_END = /[\n\r\u2028\u2029]/;
const WORD = /\w/;

/** One character as JavaScript itself understands it: a letter, an escape, a class, the dot. */
export function oneCharacter(source: string, flags: string): Part {
  const literal = /^[{}\]]$/.test(source) ? `\\${source}` : source;
  const test = new RegExp(`^(?:${literal})$`, flags.replace('m', ''));
  const known = new Map<string, boolean>();
  return {
    kind: 'one',
    accepts: (character) => {
      let answer = known.get(character);
      if (answer === undefined) {
        answer = test.test(character);
        if (known.size < 5000) known.set(character, answer);
      }
      return answer;
    },
  };
}

export function lineAssertion(sign: string, flags: string): Part {
  const lines = flags.includes('m');
  const holds: Holds =
    sign === '^'
      ? (text, at) => at === 0 || (lines && LINE_END.test(text.charAt(at - 1)))
      : (text, at) => at === text.length || (lines && LINE_END.test(text.charAt(at)));
  return { kind: 'assert', holds };
}

export function wordAssertion(sign: string): Part {
  const isWord: Holds = (text, at) => at >= 0 && WORD.test(text.charAt(at));
  const wanted = sign === '\\b';
  return { kind: 'assert', holds: (text, at) => (isWord(text, at - 1) !== isWord(text, at)) === wanted };
}
