import { matchesNode, type Bindings } from '../../../local/cloud/query/match';
import { parseQuery } from '../../../local/cloud/query/parse';
import { applyUpdate } from '../../../local/cloud/update/apply';
import { parseUpdate } from '../../../local/cloud/update/parse';
import type { Doc } from '../../../local/cloud/values/value';

function update(before: object, change: object, query: object = {}): Doc {
  const doc = { _id: 1, ...before } as Doc;
  const bindings: Bindings = new Map();
  expect(matchesNode(parseQuery(query as Doc), doc, bindings)).toBe(true);
  return applyUpdate(doc, parseUpdate(change as Doc), bindings);
}

describe('what an update makes of a document', () => {
  test.each<[string, object, object, object]>([
    ['$set makes what is missing', {}, { $set: { 'a.b': 1 } }, { a: { b: 1 } }],
    ['$set replaces a whole value', { a: { b: 1 } }, { $set: { a: [1] } }, { a: [1] }],
    [
      '$set reaches into an array',
      { a: [{ b: 1 }, { b: 2 }] },
      { $set: { 'a.1.b': 3 } },
      { a: [{ b: 1 }, { b: 3 }] },
    ],
    ['$set beyond the end fills with null', { a: [1] }, { $set: { 'a.3': 4 } }, { a: [1, null, null, 4] }],
    ['a number under an object is a field', { a: {} }, { $set: { 'a.0': 1 } }, { a: { 0: 1 } }],
    ['$unset removes a field', { a: { b: 1, c: 2 } }, { $unset: { 'a.b': '' } }, { a: { c: 2 } }],
    ['$unset of an element leaves null', { a: [1, 2] }, { $unset: { 'a.0': '' } }, { a: [null, 2] }],
    ['$unset of what is not there', { a: 1 }, { $unset: { 'a.b': '', x: '' } }, { a: 1 }],
    ['$inc begins at nothing', {}, { $inc: { n: 2 } }, { n: 2 }],
    ['$inc adds', { n: 1 }, { $inc: { n: -3 } }, { n: -2 }],
    ['$mul of nothing is 0', {}, { $mul: { n: 2 } }, { n: 0 }],
    ['$mul multiplies', { n: 3 }, { $mul: { n: 2 } }, { n: 6 }],
    ['$min takes the lesser', { n: 3, m: 1 }, { $min: { n: 2, m: 2, k: 5 } }, { n: 2, m: 1, k: 5 }],
    ['$max compares types in their order', { n: 3 }, { $max: { n: 'text' } }, { n: 'text' }],
    ['$rename moves', { a: 1 }, { $rename: { a: 'b.c' } }, { b: { c: 1 } }],
    ['$rename of nothing', { a: 1 }, { $rename: { x: 'y' } }, { a: 1 }],
    ['$push of one value', {}, { $push: { a: 1 } }, { a: [1] }],
    ['$push of several', { a: [1] }, { $push: { a: { $each: [2, 3] } } }, { a: [1, 2, 3] }],
    ['$push at a place', { a: [1, 2] }, { $push: { a: { $each: [9], $position: 1 } } }, { a: [1, 9, 2] }],
    [
      '$push from the end',
      { a: [1, 2, 3] },
      { $push: { a: { $each: [9], $position: -1 } } },
      { a: [1, 2, 9, 3] },
    ],
    ['$push keeps the last', { a: [1, 2] }, { $push: { a: { $each: [3], $slice: -2 } } }, { a: [2, 3] }],
    ['$push keeps the first', { a: [1, 2] }, { $push: { a: { $each: [3], $slice: 1 } } }, { a: [1] }],
    ['$push keeps none', { a: [1, 2] }, { $push: { a: { $each: [], $slice: 0 } } }, { a: [] }],
    [
      '$push in order',
      { a: [{ n: 3 }] },
      { $push: { a: { $each: [{ n: 1 }], $sort: { n: 1 } } } },
      { a: [{ n: 1 }, { n: 3 }] },
    ],
    ['$push in order of values', { a: [1] }, { $push: { a: { $each: [3], $sort: -1 } } }, { a: [3, 1] }],
    ['$pull of a value', { a: [1, 2, 1] }, { $pull: { a: 1 } }, { a: [2] }],
    ['$pull by operators', { a: [1, 5, 9] }, { $pull: { a: { $gte: 5 } } }, { a: [1] }],
    [
      '$pull by fields leaves scalars',
      { a: [{ x: 1, y: 2 }, 3, { x: 2 }] },
      { $pull: { a: { x: 1 } } },
      { a: [3, { x: 2 }] },
    ],
    ['$pull of nothing', {}, { $pull: { a: 1 } }, {}],
    ['$pull by $in', { a: [1, 2, 3] }, { $pull: { a: { $in: [1, 3] } } }, { a: [2] }],
    ['$pullAll', { a: [1, { x: 1 }, 2] }, { $pullAll: { a: [{ x: 1 }, 2] } }, { a: [1] }],
    ['$addToSet adds once', { a: [1] }, { $addToSet: { a: { $each: [1, 2, 2] } } }, { a: [1, 2] }],
    ['$addToSet of an array is one value', { a: [1] }, { $addToSet: { a: [1] } }, { a: [1, [1]] }],
    ['$pop at the end', { a: [1, 2] }, { $pop: { a: 1 } }, { a: [1] }],
    ['$pop at the beginning', { a: [1, 2] }, { $pop: { a: -1 } }, { a: [2] }],
  ])('%s', (_, before, change, after) => {
    expect(update(before, change)).toEqual({ _id: 1, ...after });
  });
});

describe('the positional $', () => {
  const roster = [{ m: 1 }, { m: 2, tags: ['x', 'y'] }];
  test.each<[string, object, string, object]>([
    ['by a dotted path', { 'roster.m': 2 }, 'roster.$.seen', { ...roster[1], seen: true }],
    ['by elemMatch', { roster: { $elemMatch: { m: 2 } } }, 'roster.$.seen', { ...roster[1], seen: true }],
    [
      'by one branch of an or',
      { $or: [{ 'roster.m': 9 }, { 'roster.m': 2 }] },
      'roster.$.seen',
      { ...roster[1], seen: true },
    ],
    ['the element itself', { 'roster.m': 2 }, 'roster.$', true as unknown as object],
  ])('%s', (_, query, path, element) => {
    expect(update({ roster }, { $set: { [path]: true } }, query)).toEqual({
      _id: 1,
      roster: [roster[0], element],
    });
  });

  test.each([
    [{}],
    [{ 'roster.m': { $ne: 7 } }],
    [{ roster: { $not: { $elemMatch: { m: 7 } } } }],
    [{ $nor: [{ 'roster.m': 7 }] }],
    [{ other: 1 }],
  ])('%j binds none', (query) => {
    expect(() => update({ roster, other: [1] }, { $set: { 'roster.$.seen': true } }, query)).toThrow(
      'The positional operator did not find the match needed from the query.',
    );
  });
});

describe('what cannot be written', () => {
  test.each<[object, object, string]>([
    [{ n: 'x' }, { $inc: { n: 1 } }, "has the field 'n' of non-numeric type string"],
    [{ n: null }, { $inc: { n: 1 } }, "has the field 'n' of non-numeric type null"],
    [{}, { $inc: { n: 'x' } }, 'Cannot $inc with non-numeric argument'],
    [{ n: [] }, { $mul: { n: 1 } }, "has the field 'n' of non-numeric type array"],
    [{ a: 1 }, { $push: { a: 1 } }, "The field 'a' must be an array but is of type int"],
    [{ a: null }, { $push: { a: 1 } }, "The field 'a' must be an array but is of type null"],
    [{ a: {} }, { $addToSet: { a: 1 } }, "The field 'a' must be an array but is of type object"],
    [{ a: 'x' }, { $pull: { a: 1 } }, "The field 'a' must be an array but is of type string"],
    [{ a: 'x' }, { $pop: { a: 1 } }, "The field 'a' must be an array but is of type string"],
    [{ a: 1 }, { $set: { 'a.b': 1 } }, "Cannot create field 'b' in element {a: 1}"],
    [{ a: null }, { $set: { 'a.b': 1 } }, "Cannot create field 'b' in element {a: null}"],
    [{ a: [] }, { $set: { 'a.b': 1 } }, "Cannot create field 'b' in an array element"],
    [{}, { $set: { _id: 2 } }, "would modify the immutable field '_id'"],
    [{}, { $unset: { _id: '' } }, "would modify the immutable field '_id'"],
    [{}, { $set: { a: 1 }, $inc: { a: 1 } }, "Updating the path 'a' would create a conflict at 'a'"],
    [{}, { $set: { a: 1, 'a.b': 1 } }, "Updating the path 'a.b' would create a conflict at 'a'"],
    [
      { a: [{ b: 1 }] },
      { $rename: { 'a.0': 'c' } },
      'The source field of $rename cannot be an array element',
    ],
    [{}, { $bit: { a: { and: 1 } } }, 'Unknown modifier: $bit'],
    [{}, { $set: { 'a.$[].b': 1 } }, 'uses $[], which is not supported'],
    [{}, { $push: { a: { $each: [1], $what: 1 } } }, 'Unrecognized clause in $push: $what'],
    [{}, { $pop: { a: 2 } }, '$pop expects 1 or -1'],
    [{}, { a: 1 }, 'Unknown modifier: a'],
    [{}, { $set: { '__proto__.x': 1 } }, 'a field cannot be named __proto__'],
  ])('%j by %j', (before, change, message) => {
    expect(() => update(before, change)).toThrow(message);
  });
});
