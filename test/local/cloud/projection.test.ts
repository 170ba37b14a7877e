import { parseProjection } from '../../../local/cloud/project/project';
import type { Doc } from '../../../local/cloud/values/value';

const doc = { _id: 1, a: { b: 1, c: 2 }, list: [{ m: 1, n: 1 }, { m: 2, n: 2 }, 7], plain: 'x' };

test.each<[object, object]>([
  [{}, doc],
  [{ plain: 1 }, { _id: 1, plain: 'x' }],
  [{ plain: 1, _id: 0 }, { plain: 'x' }],
  [{ _id: 1 }, { _id: 1 }],
  [{ _id: 0, list: 0, a: 0 }, { plain: 'x' }],
  [{ 'a.b': 1 }, { _id: 1, a: { b: 1 } }],
  [{ 'a.b': 0 }, { ...doc, a: { c: 2 } }],
  [{ 'list.m': 1 }, { _id: 1, list: [{ m: 1 }, { m: 2 }] }],
  [{ 'list.m': 0 }, { ...doc, list: [{ n: 1 }, { n: 2 }, 7] }],
  [{ 'plain.x': 1 }, { _id: 1 }],
  [{ list: { $slice: 1 } }, { ...doc, list: [{ m: 1, n: 1 }] }],
  [{ list: { $slice: -1 } }, { ...doc, list: [7] }],
  [{ list: { $slice: [1, 1] } }, { ...doc, list: [{ m: 2, n: 2 }] }],
  [
    { plain: 1, list: { $slice: 1 } },
    { _id: 1, list: [{ m: 1, n: 1 }], plain: 'x' },
  ],
  [{ list: { $elemMatch: { m: 2 } } }, { _id: 1, list: [{ m: 2, n: 2 }] }],
  [
    { plain: 1, list: { $elemMatch: { m: 9 } } },
    { _id: 1, plain: 'x' },
  ],
])('%j', (projection, expected) => {
  const answer = parseProjection(projection as Doc)(doc as Doc);
  expect(answer).toEqual(expected);
  expect(doc.list).toHaveLength(3);
});

test.each([
  [{ a: 1, plain: 0 }, 'cannot mix inclusion and exclusion'],
  [{ 'list.$': 1 }, "the projection path 'list.$' is not supported"],
  [{ a: 1, 'a.b': 1 }, 'Path collision at a.b'],
  [{ a: { $meta: 'x' } }, 'the projection operator $meta is not supported'],
])('%j is refused', (projection, message) => {
  expect(() => parseProjection(projection as Doc)).toThrow(message);
});
