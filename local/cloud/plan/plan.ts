import { failed } from '../errors';
import type { Node } from '../query/ast';
import { boundsOf } from './bounds';
import { isExact } from './exact';
import { alternativesOf, cluesOf, type Clue } from './clues';
import type { Index } from './index-spec';
import { isPoint, type Interval } from './interval';
import { rangesOf, type Range } from './ranges';
import { sortedBy, type Order } from './sorting';

/** How to reach a query's documents: stretches of indexes, or the whole collection in order of insertion. */
export interface Plan {
  steps: { index: Index; ranges: Range[]; reverse: boolean }[] | 'everything';
  /** Whether the documents come in the order asked for. */
  sorted: boolean;
  /** Whether every document reached is one asked for. */
  exact: boolean;
  /** Whether each stretch holds one document at most. */
  single?: boolean;
  name: string;
}

export interface Planning {
  collection: string;
  indexes: Index[];
  order: Order;
  /** A declared collection refuses what no index carries. */
  strict: boolean;
  estimate: (index: Index, ranges: Range[]) => number;
}

export function plan(node: Node, planning: Planning): Plan {
  const found = planBounded(node, planning) ?? planAlternatives(node, planning);
  if (found) return found;
  const wanted = node.kind === 'and' && node.nodes.length === 0;
  if (wanted) {
    const carried = planWhole(planning);
    if (carried) return carried;
  }
  if (!planning.strict)
    return { steps: 'everything', sorted: planning.order.length === 0, exact: false, name: 'none' };
  throw refuse(node, planning);
}

interface Candidate {
  index: Index;
  bounds: Interval[][];
  ranges: Range[];
  sorted: 1 | -1 | undefined;
  single: boolean;
  score: number;
}

function planBounded(node: Node, planning: Planning): Plan | undefined {
  const clues = cluesOf(node);
  const candidates: Candidate[] = [];
  for (const index of planning.indexes) {
    candidates.push(...candidate(index, clues, planning.order));
    // One document at most: no other index can do better.
    if (candidates.at(-1)?.single === true) break;
  }
  const best = Math.max(...candidates.map(({ score }) => score));
  const equals = candidates.filter(({ score }) => score === best);
  const chosen = equals.length > 1 ? cheapest(equals, planning) : equals[0];
  if (chosen === undefined) return undefined;
  const reverse = chosen.sorted === -1;
  return {
    steps: [{ index: chosen.index, ranges: chosen.ranges, reverse }],
    sorted: chosen.sorted !== undefined,
    exact: isExact(node, chosen.index, chosen.bounds),
    single: chosen.single,
    name: chosen.index.name,
  };
}

function candidate(index: Index, clues: Clue[], order: Order): Candidate[] {
  const bounds = boundsOf(index, clues);
  if (bounds.length === 0) return [];
  const ranges = rangesOf(index.fields, bounds);
  const fixed = bounds.findIndex((intervals) => intervals.length !== 1 || !intervals.every(isPoint));
  const sorted = ranges.length === 1 ? sortedBy(index, fixed < 0 ? bounds.length : fixed, order) : undefined;
  const equalities = bounds.filter((intervals) => intervals.every(isPoint)).length;
  const single = index.unique && equalities === index.fields.length && index.multikey.size === 0;
  const score =
    (single ? 1000 : 0) +
    equalities * 10 +
    (bounds.length > equalities ? 4 : 0) +
    (sorted !== undefined ? 2 : 0);
  return [{ index, bounds, ranges, sorted, single, score }];
}

function cheapest(candidates: Candidate[], planning: Planning): Candidate | undefined {
  const costs = new Map(candidates.map((one) => [one, planning.estimate(one.index, one.ranges)]));
  return [...candidates].sort((a, b) => (costs.get(a) ?? 0) - (costs.get(b) ?? 0))[0];
}

/** A `$or` is carried when each of its branches is. */
function planAlternatives(node: Node, planning: Planning): Plan | undefined {
  for (const branches of alternativesOf(node)) {
    const plans = branches.map(
      (branch) => planBounded(branch, planning) ?? planAlternatives(branch, planning),
    );
    if (plans.some((one) => one === undefined)) continue;
    const steps = plans.flatMap((one) => (one === undefined || one.steps === 'everything' ? [] : one.steps));
    const name = [...new Set(steps.map(({ index }) => index.name))].join('+');
    return { steps, sorted: planning.order.length === 0, exact: false, name };
  }
  return undefined;
}

function planWhole({ indexes, order }: Planning): Plan | undefined {
  if (order.length === 0) return { steps: 'everything', sorted: true, exact: false, name: 'all' };
  for (const index of indexes) {
    const sorted = sortedBy(index, 0, order);
    if (sorted === undefined || index.multikey.size > 0) continue;
    const everything = { from: Buffer.alloc(0), to: Buffer.from([255]) };
    return {
      steps: [{ index, ranges: [everything], reverse: sorted === -1 }],
      sorted: true,
      exact: true,
      name: index.name,
    };
  }
  return undefined;
}

function refuse(node: Node, { collection, order }: Planning): Error {
  const branches = alternativesOf(node).flat();
  const clues = [...cluesOf(node), ...branches.flatMap(cluesOf)];
  const equal = clues
    .filter(({ intervals }) => intervals.every(isPoint))
    .map(({ path }) => [path, 1] as const);
  const rest = clues
    .filter(({ intervals }) => !intervals.every(isPoint))
    .map(({ path }) => [path, 1] as const);
  const fields = [...equal, ...order, ...rest].filter(
    ([path], i, all) => all.findIndex(([other]) => other === path) === i,
  );
  if (fields.length === 0)
    return failed(`no index can carry this query on "${collection}": it has no equality and no range`);
  return failed(
    `no index carries this query on "${collection}": declare { fields: ${JSON.stringify(fields)} } in collections.json`,
  );
}
