import { compile } from '../../../local/cloud/aggregate/expression';
import { readEjson } from '../../../local/cloud/values/ejson-read';
import type { Doc } from '../../../local/cloud/values/value';

const DOC = {
  n: 5,
  zero: 0,
  text: 'Ab',
  none: null,
  list: [1, 2, null],
  docs: [{ x: 1 }, { x: 2 }, {}],
  at: { $date: 1_000 },
};

function evaluate(expression: object | string): unknown {
  const root = readEjson(JSON.stringify(DOC), 0) as Doc;
  const parsed = readEjson(JSON.stringify(expression), 0);
  return compile(parsed)({ root, variables: {}, now: 7 });
}

/** What MongoDB's documentation says of each; `undefined` is a field that is not there. */
describe('an expression', () => {
  test.each<[object | string, unknown]>([
    ['$missing', undefined],
    ['$docs.x', [1, 2]],
    ['$list.0', []],
    ['$$ROOT.n', 5],
    ['$$NOW', new Date(7)],
    [{ a: '$missing', b: ['$missing'] }, { b: [null] }],
    [{ $eq: ['$missing', null] }, false],
    [{ $eq: ['$missing', '$other'] }, true],
    [{ $lt: ['$missing', null] }, true],
    [{ $gt: ['$text', '$n'] }, true],
    [{ $cmp: [1, 2] }, -1],
    [{ $and: ['$missing', true] }, false],
    [{ $or: ['$zero', ''] }, true],
    [{ $not: ['$none'] }, true],
    [{ $in: [2, '$list'] }, true],
    [{ $add: ['$n', '$missing'] }, null],
    [{ $add: ['$at', 500] }, new Date(1_500)],
    [{ $subtract: ['$at', '$at'] }, 0],
    [{ $divide: [7, 2] }, 3.5],
    [{ $mod: [-7, 3] }, -1],
    [{ $round: [2.5] }, 2],
    [{ $round: [3.5] }, 4],
    [{ $round: [1.005, 2] }, 1],
    [{ $trunc: 2.9 }, 2],
    [{ $trunc: [-2.57, 1] }, -2.5],
    [{ $sum: '$list' }, 3],
    [{ $sum: ['$n', '$text', 2] }, 7],
    [{ $avg: '$missing' }, null],
    [{ $max: '$list' }, 2],
    [{ $cond: ['$zero', 'yes', 'no'] }, 'no'],
    [{ $cond: { if: '$n', then: '$missing', else: 1 } }, undefined],
    [{ $ifNull: ['$missing', '$none', 'fallback'] }, 'fallback'],
    [{ $switch: { branches: [{ case: { $gt: ['$n', 4] }, then: 'big' }], default: 'small' } }, 'big'],
    [{ $size: '$list' }, 3],
    [{ $arrayElemAt: ['$list', -2] }, 2],
    [{ $arrayElemAt: ['$list', 9] }, undefined],
    [{ $slice: ['$list', 1, 1] }, [2]],
    [{ $filter: { input: '$list', as: 'i', cond: { $gte: ['$$i', 2] } } }, [2]],
    [{ $map: { input: '$docs', in: '$$this.x' } }, [1, 2, null]],
    [{ $reduce: { input: [1, 2, 3], initialValue: 0, in: { $add: ['$$value', '$$this'] } } }, 6],
    [{ $let: { vars: { a: 2 }, in: { $multiply: ['$$a', '$n'] } } }, 10],
    [
      {
        $setUnion: [
          [1, 2],
          [2, 3],
        ],
      },
      [1, 2, 3],
    ],
    [{ $mergeObjects: [{ a: 1 }, null, { b: 2 }] }, { a: 1, b: 2 }],
    [{ $concat: ['a', '$none'] }, null],
    [{ $toUpper: '$missing' }, ''],
    [{ $substrCP: ['老班长', 1, 2] }, '班长'],
    [{ $toString: '$n' }, '5'],
    [{ $year: '$missing' }, null],
    [{ $year: { date: '$at', timezone: '-01:00' } }, 1969],
    [{ $isoWeek: { $toDate: '2027-01-01T00:00:00Z' } }, 53],
    [{ $dateToString: { date: '$none', onNull: '-' } }, '-'],
    [{ $literal: '$n' }, '$n'],
  ])('%j', (expression, expected) => {
    expect(evaluate(expression)).toEqual(expected);
  });

  test.each<[object, string]>([
    [{ $tan: 1 }, "Unrecognized expression '$tan'"],
    [{ $add: ['$text', 1] }, '$add only supports numeric types, not string'],
    [{ $divide: [1, 0] }, "can't $divide by zero"],
    [{ $size: '$missing' }, 'must be an array, but is of type missing'],
    [{ $year: '$text' }, "can't convert from BSON type string to Date"],
    [{ $eq: [1] }, 'Expression $eq takes 2 to 2 arguments. 1 were passed in.'],
    [{ $add: [1], $sum: 1 }, 'must have exactly one field'],
    [{ $hour: { date: '$at', timezone: 'Europe/Berlin' } }, 'is not supported'],
    [{ $concat: ['$$nobody'] }, 'Use of undefined variable: nobody'],
  ])('%j is refused', (expression, message) => {
    expect(() => evaluate(expression)).toThrow(message);
  });
});
