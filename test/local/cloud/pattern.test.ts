import fc from 'fast-check';
import { linearTest } from '../../../local/cloud/pattern/linear';

const TEXTS = [
  '',
  'a',
  'aab',
  '老班长工作室',
  'Abc-12\nxyz',
  'a.b*c',
  'foo bar',
  '2026-11-24',
  '\u2028a',
  '{1}',
];
const PATTERNS = [
  '',
  'a*',
  '^a+b$',
  '(?:a|ab)(?:c|bcd)*',
  '老.长',
  '^abc',
  'c-\\d{2}$',
  '\\bbar\\b',
  '[^a-z]+',
  '[\\]a]b',
  'a{2}',
  'a{1,2}b',
  'x{0}',
  'a{',
  '(a|b|)*c',
  '\\.b\\*',
  '.+\\n.+',
  '^\\d{4}-\\d\\d-\\d\\d$',
  '(?<y>\\d+)-',
  '\\u8001',
  '\\{1}',
  '[{]1}',
  '\\Boo',
  '$',
  '(^a|z$)',
  '(?:)',
  'a??b',
  '[\\s\\S]{3,}?c',
];

test.each(PATTERNS)('/%s/ finds what JavaScript finds', (source) => {
  for (const flags of ['', 'i', 'm', 's', 'ims']) {
    const expression = new RegExp(source, flags);
    const test = linearTest(expression);
    for (const text of TEXTS) expect([flags, text, test(text)]).toEqual([flags, text, expression.test(text)]);
  }
});

const piece = fc.constantFrom(
  'a',
  'b',
  '.',
  '[ab]',
  '[^a]',
  '\\w',
  '^',
  '$',
  '\\b',
  '(a|b)',
  '(?:ab|a)',
  '(a*b)',
);
const repeat = fc.constantFrom('', '*', '+', '?', '{2}', '{1,2}', '{0,}', '*?');
const pattern = fc
  .array(fc.tuple(piece, repeat), { maxLength: 5 })
  .map((parts) => parts.map(([one, times]) => (/^(\^|\$|\\b)$/.test(one) ? one : one + times)).join(''));

test('any pattern agrees with JavaScript on any short text', () => {
  fc.assert(
    fc.property(
      pattern,
      fc.string({ unit: fc.constantFrom('a', 'b', 'A', ' ', '\n'), maxLength: 8 }),
      (source, text) => {
        const expression = new RegExp(source, 'm');
        expect(linearTest(expression)(text)).toBe(expression.test(text));
      },
    ),
    { numRuns: 3000, seed: 1 },
  );
});

test.each([
  '(a+)+$',
  '^(a|a)*$',
  '(a|aa)+$',
  '(.*)*x',
  '^(?:a?){30}a{30}$',
  '^(?:(?:(?:){1000000000}){1000000000})$',
])('/%s/ ends on a long text', (source) => {
  expect(linearTest(new RegExp(source))(`${'a'.repeat(20_000)}!`)).toBe(false);
});

test.each([
  ['(a)\\1', 'refers back'],
  ['a(?=b)', 'looks ahead or behind'],
  ['(?<!a)b', 'looks ahead or behind'],
  ['(?:a{100}){100}', 'more than 2000 steps'],
  ['a'.repeat(1001), 'at most 1000 characters'],
])('/%s/ is refused by name', (source, reason) => {
  expect(() => linearTest(new RegExp(source))).toThrow(reason);
});
