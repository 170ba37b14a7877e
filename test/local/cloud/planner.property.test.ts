import fc from 'fast-check';
import { sortDocs, type Order } from '../../../local/cloud/plan/sorting';
import { matchesNode } from '../../../local/cloud/query/match';
import { parseQuery } from '../../../local/cloud/query/parse';
import { encodePart, invert } from '../../../local/cloud/values/key';
import { compareValues } from '../../../local/cloud/values/order';
import type { Doc, Value } from '../../../local/cloud/values/value';
import { index, openStore } from './store-support';

const scalar: fc.Arbitrary<Value> = fc.oneof(
  fc.constantFrom<Value>(null, true, false, 0, -1, 1.5, NaN, '', 'a', 'a\u0000', 'b', '\uffff', '\u{1f600}'),
  fc.integer({ min: -3, max: 3 }),
  fc.integer({ min: -2, max: 2 }).map((at) => new Date(at)),
);
const value: fc.Arbitrary<Value> = fc.oneof(
  { weight: 4, arbitrary: scalar },
  fc.array(scalar, { maxLength: 3 }),
  fc.dictionary(fc.constantFrom('x', 'y'), scalar),
  fc.array(fc.dictionary(fc.constantFrom('x', 'y'), scalar), { maxLength: 3 }),
);

test('keys sort as their values do, and backwards when inverted', () => {
  fc.assert(
    fc.property(value, value, (a, b) => {
      const sign = Math.sign(compareValues(a, b));
      expect(Buffer.compare(encodePart(a), encodePart(b))).toBe(sign);
      expect(Buffer.compare(invert(encodePart(a)), invert(encodePart(b)))).toBe(sign === 0 ? 0 : -sign);
    }),
    { seed: 1, numRuns: 2000 },
  );
});

const operator = fc.oneof(
  fc.record({ $gt: scalar }),
  fc.record({ $gte: scalar, $lte: scalar }),
  fc.record({ $lt: scalar }),
  fc.record({ $in: fc.array(value, { maxLength: 3 }) }),
  fc.record({ $ne: scalar }),
  fc.record({ $all: fc.array(scalar, { maxLength: 2 }) }),
  fc.record({ $not: fc.record({ $gt: scalar }) }),
  fc.record({ $elemMatch: fc.record({ $gte: scalar, $lt: scalar }) }),
  fc.record({ $elemMatch: fc.dictionary(fc.constantFrom('x', 'y'), scalar, { minKeys: 1 }) }),
  fc.record({ $elemMatch: fc.record({ x: scalar, y: fc.record({ $gte: scalar }) }) }),
);
const condition = fc.oneof(
  scalar,
  fc.array(scalar, { maxLength: 2 }).filter((list) => !list.some((item) => Number.isNaN(item))),
  operator,
) as fc.Arbitrary<Value>;
const filter = fc.dictionary(fc.constantFrom('a', 'b', 'a.x', 'a.y'), condition, { maxKeys: 3 });
const query = fc.oneof(
  filter,
  fc.record({ $or: fc.array(filter, { minLength: 1, maxLength: 2 }), a: condition }),
  fc.record({
    $or: fc.array(fc.dictionary(fc.constantFrom('a', 'b'), scalar, { minKeys: 1 }), {
      minLength: 1,
      maxLength: 3,
    }),
  }),
) as fc.Arbitrary<Doc>;
const order = fc.uniqueArray(fc.tuple(fc.constantFrom('a', 'b'), fc.constantFrom<1 | -1>(1, -1)), {
  selector: ([path]) => path,
  maxLength: 2,
}) as fc.Arbitrary<Order>;
const docs = fc.array(fc.record({ a: value, b: scalar }, { requiredKeys: [] }), { maxLength: 12 });

test('an indexed query finds what reading everything finds, in the same order', () => {
  let [carried, pages] = [0, 0];
  const store = openStore([
    index('ab', ['a', 1], ['b', -1]),
    index('b', ['b', 1]),
    index('xy', ['a.x', 1], ['a.y', 1]),
    index('by', ['b', 1], ['a.y', -1]),
  ]);
  fc.assert(
    fc.property(docs, query, order, (bodies, wanted, by) => {
      store.collection.clear();
      const all = bodies.map((body, i): Doc => ({ _id: i, ...body }));
      for (const doc of all) store.collection.insert(doc);
      const node = parseQuery(wanted);
      const matching = all.filter((doc) => matchesNode(node, doc)).map((doc) => ({ doc }));
      let found: Value[];
      try {
        found = store.ids(wanted, by).ids;
      } catch (error) {
        expect(String(error)).toContain('no index');
        return;
      }
      carried++;
      const trace = { index: '', examined: 0, returned: 0 };
      const page = store.collection.page(parseQuery(wanted), trace, { order: by, offset: 0, limit: 100 });
      if (page) {
        pages++;
        const texts = JSON.parse(page.list.toString()) as string[];
        expect(texts.map((text) => (JSON.parse(text) as Doc)['_id'])).toEqual(found);
      }
      const rank = (id: Value): number => sorted.findIndex(({ doc }) => doc['_id'] === id);
      const sorted = sortDocs(matching, by);
      expect(found.map(rank).sort((x, y) => x - y)).toEqual(sorted.map((_, i) => i));
      const again = sortDocs(
        found.map((id) => ({ doc: all[Number(id)] ?? {} })),
        by,
      );
      expect(again.map(({ doc }) => doc['_id'])).toEqual(found);
    }),
    { seed: 7, numRuns: 1500 },
  );
  store.end();
  expect(carried).toBeGreaterThan(700);
  expect(pages).toBeGreaterThan(50);
});

test('a document that changes is found by what it is now', () => {
  const store = openStore([index('ab', ['a', 1], ['b', -1]), index('xy', ['a.x', 1])]);
  const body = fc.record({ a: value, b: scalar }, { requiredKeys: [] });
  fc.assert(
    fc.property(body, body, filter, (before, after, wanted) => {
      store.collection.clear();
      store.collection.insert({ _id: 0, ...before });
      const [row] = [...store.collection.everything()];
      const now = { _id: 0, ...after };
      store.collection.replace({ seq: row?.seq ?? 0, text: '', doc: { _id: 0, ...before } }, now);
      try {
        expect(store.ids(wanted).ids).toEqual(matchesNode(parseQuery(wanted), now) ? [0] : []);
      } catch (error) {
        expect(String(error)).toContain('no index');
      }
    }),
    { seed: 3, numRuns: 600 },
  );
  store.end();
});
