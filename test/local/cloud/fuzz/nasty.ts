export type Random = () => number;

const LONG = 'x'.repeat(20_000);
const LIST = Array.from({ length: 3000 }, (_, n) => n);
const parsed = (text: string): unknown => JSON.parse(text);

/** Values that have broken somebody's server before. */
export const NASTY: readonly unknown[] = [
  ...[null, true, 0, -1, 1.5, 1e308, -1e308, '', ' ', '\u0000', '\ud800', LONG, [], {}],
  ...[
    '__proto__',
    'constructor',
    'hasOwnProperty',
    '../../etc/passwd',
    "'; DROP TABLE t1; --",
    '<script>',
    '*',
  ],
  parsed('{"__proto__":{"polluted":true}}'),
  parsed('{"constructor":{"prototype":{"polluted":true}}}'),
  { $set: { 'constructor.prototype.polluted': true } },
  { $set: { '__proto__.polluted': true } },
  { $push: { a: { $each: 5 } } },
  { $inc: { a: 'x' } },
  { $rename: { a: 'a.b' } },
  { $unset: [] },
  { $where: 'process.exit()' },
  { a: { $gt: { $gt: {} } } },
  { $and: [] },
  { $or: 5 },
  { _id: { $in: 7 } },
  { _id: { $in: LIST } },
  { _id: { $regex: '(a+)+$' } },
  { _id: { $in: [{ $regularExpression: { pattern: '(a+)+$', options: '' } }] } },
  { $pull: { a: { $regularExpression: { pattern: '(a+)+$', options: '' } } } },
  { $and: [{ _id: { $in: LIST } }, { _id: { $in: LIST } }, { openid: { $in: LIST } }] },
  { _id: { $regex: '(((' } },
  { _id: { $regularExpression: { pattern: '(.*a){25}', options: 'zz' } } },
  { title: { $regularExpression: { pattern: '^(([a-z])+.)+[A-Z]([a-z])+$', options: 'i' } } },
  { $date: 'never' },
  { $date: { $numberLong: '999999999999999999999' } },
  { $numberInt: 'x' },
  { $numberLong: '9007199254740993' },
  { $tcb_server_date: { offset: { $numberInt: 'NaN' } } },
  { $oid: 5 },
  { $binary: {} },
  { 'a..b': 1 },
  { '': { '': 1 } },
  { a: { $elemMatch: { $elemMatch: { $elemMatch: 1 } } } },
  { kind: 'latency', action: '*', ms: -5 },
  { at: 1e300, offset: -1e300, frozen: 'yes', count: 1e300, openid: 'a', templateId: LONG },
  nested(60),
  nested(119),
];

/** Text that is no JSON, or JSON that is no request. */
export function nastyText(random: Random): string {
  const chance = random();
  if (chance < 0.1) return '['.repeat(10_000) + ']'.repeat(10_000);
  if (chance < 0.2) return '{"a":'.repeat(10_000) + '1' + '}'.repeat(10_000);
  if (chance < 0.3) return '{"a":'.repeat(5000);
  if (chance < 0.4) return JSON.stringify(NASTY[Math.floor(random() * NASTY.length)]) ?? '';
  if (chance < 0.5) return '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}';
  if (chance < 0.6) return `"${'\\'.repeat(Math.floor(random() * 999))}`;
  let text = '';
  for (let n = Math.floor(random() * 60); n > 0; n--) text += String.fromCharCode(Math.floor(random() * 300));
  return text;
}

function nested(levels: number): unknown {
  let value: unknown = 1;
  for (let level = 0; level < levels; level++) value = { a: value };
  return value;
}
