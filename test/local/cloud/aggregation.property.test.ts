import fc from 'fast-check';
import { group } from '../../../local/cloud/aggregate/stages/group';
import { sort } from '../../../local/cloud/aggregate/stages/order';
import { unwind } from '../../../local/cloud/aggregate/stages/unwind';
import type { Setting } from '../../../local/cloud/aggregate/stage';
import type { Doc } from '../../../local/cloud/values/value';

/** These stages look at the variables and the time only. */
const setting = { variables: {}, now: 0 } as unknown as Setting;

const doc = fc.record({
  kind: fc.constantFrom('patrol', 'activity', 'care'),
  hours: fc.integer({ min: 0, max: 9 }),
  who: fc.array(fc.constantFrom('m1', 'm2', 'm3'), { maxLength: 4 }),
});

test('hours, people and duties of each kind are what counting by hand gives', () => {
  fc.assert(
    fc.property(fc.array(doc, { maxLength: 20 }), (docs) => {
      const fields = {
        hours: { $sum: '$hours' },
        most: { $max: '$hours' },
        ids: { $push: '$hours' },
        n: { $sum: 1 },
      };
      const grouped = group({ _id: '$kind', ...fields })(docs as Doc[], setting);
      const found = [...sort({ _id: 1 })(grouped, setting)];
      const kinds = [...new Set(docs.map(({ kind }) => kind))].sort();
      const byHand = kinds.map((kind) => {
        const hours = docs.filter((one) => one.kind === kind).map((one) => one.hours);
        const sum = hours.reduce((a, b) => a + b, 0);
        return { _id: kind, hours: sum, most: Math.max(...hours), ids: hours, n: hours.length };
      });
      expect(found).toEqual(byHand);
    }),
    { seed: 11, numRuns: 300 },
  );
});

test('a list unwound and counted gives how often each name stands in it', () => {
  fc.assert(
    fc.property(fc.array(doc, { maxLength: 12 }), (docs) => {
      const grouped = group({ _id: '$who', n: { $sum: 1 } })(unwind('$who')(docs as Doc[], setting), setting);
      const found = Object.fromEntries([...grouped].map(({ _id, n }) => [_id, n]));
      const byHand: Record<string, number> = {};
      for (const name of docs.flatMap(({ who }) => who)) byHand[name] = (byHand[name] ?? 0) + 1;
      expect(found).toEqual(byHand);
    }),
    { seed: 12, numRuns: 300 },
  );
});
