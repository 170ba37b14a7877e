import { matchesNode } from '../../../local/cloud/query/match';
import { parseQuery } from '../../../local/cloud/query/parse';
import { readEjson } from '../../../local/cloud/values/ejson-read';
import type { Doc, Value } from '../../../local/cloud/values/value';

type Row = [query: object, doc: object, matches: boolean];

const value = (plain: object): Value => readEjson(JSON.stringify(plain), 0);
const date = (at: number): object => ({ $date: at });

function table(title: string, rows: Row[]): void {
  describe(title, () => {
    test.each(rows)('%j on %j: %s', (query, doc, expected) => {
      expect(matchesNode(parseQuery(value(query)), value(doc) as Doc)).toBe(expected);
    });
  });
}

table('equality', [
  [{ a: 1 }, { a: 1 }, true],
  [{ a: 1 }, { a: '1' }, false],
  [{ a: 1 }, { a: [2, 1] }, true],
  [{ a: [2, 1] }, { a: [2, 1] }, true],
  [{ a: [1, 2] }, { a: [2, 1] }, false],
  [{ a: [1] }, { a: [[1], 3] }, true],
  [{ a: { $eq: { x: 1, y: 2 } } }, { a: { x: 1, y: 2 } }, true],
  [{ a: { $eq: { y: 2, x: 1 } } }, { a: { x: 1, y: 2 } }, false],
  [{ a: date(5) }, { a: date(5) }, true],
  [{ a: 5 }, { a: date(5) }, false],
  [{ a: true }, { a: 1 }, false],
  [{ a: { $ne: 1 } }, { a: [1, 2] }, false],
  [{ a: { $ne: 1 } }, {}, true],
  [{ 'a.b': { $ne: 1 } }, { a: [{ b: 2 }, { b: 1 }] }, false],
]);

table('null and missing', [
  [{ a: null }, { a: null }, true],
  [{ a: null }, {}, true],
  [{ a: null }, { a: 0 }, false],
  [{ a: null }, { a: [] }, false],
  [{ a: null }, { a: [1, null] }, true],
  [{ 'a.b': null }, { a: 4 }, true],
  [{ 'a.b': null }, { a: {} }, true],
  [{ 'a.b': null }, { a: [] }, false],
  [{ 'a.b': null }, { a: [1, 2] }, false],
  [{ 'a.b': null }, { a: [{ b: 1 }, {}] }, true],
  [{ 'a.b': null }, { a: [{ b: 1 }] }, false],
  [{ a: { $ne: null } }, {}, false],
  [{ a: { $gte: null } }, {}, true],
  [{ a: { $gte: null } }, { a: 1 }, false],
  [{ a: { $gt: null } }, { a: null }, false],
  [{ a: { $exists: true } }, { a: null }, true],
  [{ a: { $exists: false } }, { a: null }, false],
  [{ a: { $exists: false } }, {}, true],
  [{ 'a.b': { $exists: true } }, { a: [{}, { b: 1 }] }, true],
  [{ 'a.b': { $exists: false } }, { a: [1] }, true],
  [{ a: { $in: [null, 1] } }, {}, true],
  [{ a: { $nin: [null] } }, {}, false],
]);

table('comparison keeps to the type', [
  [{ a: { $gt: 1 } }, { a: '2' }, false],
  [{ a: { $gt: 1 } }, { a: date(5) }, false],
  [{ a: { $lt: 'b' } }, { a: 'a' }, true],
  [{ a: { $lt: 'b' } }, { a: 1 }, false],
  [{ a: { $gt: '' } }, { a: null }, false],
  [{ a: { $gte: 5, $lte: 8 } }, { a: [1, 10] }, true],
  [{ a: { $elemMatch: { $gte: 5, $lte: 8 } } }, { a: [1, 10] }, false],
  [{ a: { $elemMatch: { $gte: 5, $lte: 8 } } }, { a: [1, 6] }, true],
  [{ a: { $lt: 5 } }, { a: { $numberDouble: 'NaN' } }, false],
  [{ a: { $gt: { x: 1 } } }, { a: { x: 2 } }, true],
  [{ a: { $gt: 1 } }, { a: [] }, false],
  [{ a: { $lt: true } }, { a: false }, true],
  [{ a: { $gt: '\uffff' } }, { a: '\u{1f600}' }, true],
]);

table('dotted paths through arrays', [
  [{ 'a.b': 2 }, { a: [{ b: 1 }, { b: 2 }] }, true],
  [{ 'a.b': 2 }, { a: [[{ b: 2 }]] }, false],
  [{ 'a.0.b': 1 }, { a: [{ b: 1 }, { b: 2 }] }, true],
  [{ 'a.1.b': 1 }, { a: [{ b: 1 }, { b: 2 }] }, false],
  [{ 'a.0': 5 }, { a: [5, 6] }, true],
  [{ 'a.1': { $exists: true } }, { a: [5] }, false],
  [{ 'a.0': 5 }, { a: { 0: 5 } }, true],
  [{ 'a.b.c': 1 }, { a: [{ b: [{ c: 1 }] }] }, true],
  [{ 'a.b': 1, 'a.c': 2 }, { a: [{ b: 1 }, { c: 2 }] }, true],
  [{ a: { $elemMatch: { b: 1, c: 2 } } }, { a: [{ b: 1 }, { c: 2 }] }, false],
  [{ 'a.b': 1 }, { a: 'text' }, false],
]);

table('arrays', [
  [{ a: { $elemMatch: { b: null } } }, { a: [{ b: 1 }, {}] }, true],
  [{ a: { $elemMatch: { b: 1 } } }, { a: { b: 1 } }, false],
  [{ a: { $not: { $elemMatch: { b: 1 } } } }, { a: [{ b: 2 }] }, true],
  [{ a: { $not: { $elemMatch: { b: 1 } } } }, { a: [{ b: 2 }, { b: 1 }] }, false],
  [{ a: { $not: { $elemMatch: { b: 1 } } } }, {}, true],
  [{ a: { $elemMatch: { $gt: 1 } } }, { a: [[2]] }, false],
  [{ a: { $elemMatch: { $elemMatch: { $gt: 1 } } } }, { a: [[2]] }, true],
  [{ a: { $elemMatch: { $or: [{ b: 1 }, { b: 2 }] } } }, { a: [{ b: 2 }] }, true],
  [{ a: { $all: [1, 2] } }, { a: [2, 3, 1] }, true],
  [{ a: { $all: [1, 4] } }, { a: [2, 3, 1] }, false],
  [{ a: { $all: ['x'] } }, { a: 'x' }, true],
  [{ a: { $all: [] } }, { a: [] }, false],
  [{ a: { $all: [{ $elemMatch: { b: 1 } }, { $elemMatch: { b: 2 } }] } }, { a: [{ b: 1 }, { b: 2 }] }, true],
  [{ a: { $size: 2 } }, { a: [1, [2]] }, true],
  [{ a: { $size: 1 } }, { a: 'x' }, false],
  [{ a: { $size: 0 } }, {}, false],
]);

table('logic', [
  [{ $or: [{ a: 1 }, { b: 1 }] }, { b: 1 }, true],
  [{ $and: [{ a: 1 }, { b: 1 }] }, { b: 1 }, false],
  [{ $nor: [{ a: 1 }, { b: 1 }] }, { c: 1 }, true],
  [{ $nor: [{ a: 1 }, { b: 1 }] }, { a: 1 }, false],
  [{ a: { $not: { $gt: 5 } } }, {}, true],
  [{ a: { $not: { $gt: 5 } } }, { a: 6 }, false],
  [{ a: { $not: { $gt: 1, $lt: 5 } } }, { a: 9 }, true],
  [{}, {}, true],
]);

table('text and numbers', [
  [{ a: { $regularExpression: { pattern: '^ab', options: 'i' } } }, { a: 'ABC' }, true],
  [{ a: { $regex: 'b$', $options: '' } }, { a: ['x', 'ab'] }, true],
  [{ a: { $regex: '1' } }, { a: 1 }, false],
  [{ a: { $not: { $regularExpression: { pattern: 'b', options: '' } } } }, { a: 'abc' }, false],
  [{ a: { $in: [{ $regularExpression: { pattern: '^a', options: '' } }, 3] } }, { a: 'abc' }, true],
  [{ a: { $mod: [4, 1] } }, { a: 9 }, true],
  [{ a: { $mod: [4, 1] } }, { a: '9' }, false],
  [{ a: { $mod: [4, -1] } }, { a: -9 }, true],
]);

describe('what is not understood is refused by its name', () => {
  test.each([
    [{ a: { $near: 1 } }, 'unknown operator: $near'],
    [{ a: { $gt: 1, b: 2 } }, 'unknown operator: b'],
    [{ a: { $and: [] } }, 'unknown operator: $and'],
    [{ $where: 'true' }, 'unknown top level operator: $where'],
    [{ $or: [] }, '$or must be a nonempty array'],
    [{ a: { $in: 1 } }, '$in needs an array'],
    [{ a: { $in: [{ $gt: 1 }] } }, 'cannot nest $ under $in'],
    [{ a: { $not: 1 } }, '$not needs a regex or a document of operators'],
    [{ a: { $size: -1 } }, '$size must be a whole number'],
    [{ a: { $mod: [0, 1] } }, 'divisor cannot be 0'],
    [{ a: { $elemMatch: 1 } }, '$elemMatch needs an Object'],
    [{ a: { $all: 1 } }, '$all needs an array'],
    [{ a: { $regex: 'a', $options: 'x' } }, 'the regex option x is not supported'],
    [{ a: { $oid: '0123' } }, 'values of type $oid are not supported'],
  ])('%j', (query, message) => {
    expect(() => parseQuery(value(query))).toThrow(message);
  });
});
