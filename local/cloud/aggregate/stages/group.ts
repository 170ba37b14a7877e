import { failed } from '../../errors';
import { keyText } from '../../values/key';
import { compareValues } from '../../values/order';
import { isDoc, type Doc, type Value } from '../../values/value';
import { compile } from '../expression';
import { memoryOf } from '../memory';
import type { Expression } from '../scope';
import { scopeOf, type ParseStage, type Stage } from '../stage';
import { readAccumulator, type Accumulator, type Gatherer } from './accumulators';
import { sort } from './order';

export const group: ParseStage = (operand) => {
  if (!isDoc(operand)) throw failed("a group's fields must be specified in an object");
  const { _id: id, ...fields } = operand;
  if (id === undefined) throw failed('a group specification must include an _id');
  const accumulators = Object.entries(fields).map(([name, spec]) => readAccumulator(name, spec));
  return gather('$group', compile(id), accumulators);
};

/** Null and missing fall into one group; groups come in the order of their first document. */
function gather(stage: string, id: Expression, accumulators: Accumulator[]): Stage {
  return function* (docs, setting) {
    const hold = memoryOf(stage);
    const groups = new Map<string, { id: Value; gatherers: Gatherer[] }>();
    for (const doc of docs) {
      const scope = scopeOf(doc, setting);
      const value = id(scope) ?? null;
      const key = keyText(value);
      let found = groups.get(key);
      if (found === undefined) {
        hold(value);
        found = { id: value, gatherers: accumulators.map(({ start }) => start(hold)) };
        groups.set(key, found);
      }
      for (const [i, { of }] of accumulators.entries()) found.gatherers[i]?.add(of(scope));
    }
    for (const { id: _id, gatherers } of groups.values()) {
      const results = accumulators.map(({ name }, i) => [name, gatherers[i]?.result() ?? null] as const);
      yield { _id, ...Object.fromEntries(results) };
    }
  };
}

const COUNTED = [readAccumulator('count', { $sum: 1 })];

export const sortByCount: ParseStage = (operand) => {
  const counted = gather('$sortByCount', compile(operand), COUNTED);
  const ordered = sort({ count: -1 });
  return (docs, setting) => ordered(counted(docs, setting), setting);
};

export const bucket: ParseStage = (operand) => {
  if (!isDoc(operand)) throw failed('Argument to $bucket stage must be an object');
  const {
    groupBy = null,
    boundaries,
    default: otherwise,
    output = { count: { $sum: 1 } },
    ...rest
  } = operand;
  const unknown = Object.keys(rest)[0];
  if (unknown !== undefined) throw failed(`Unrecognized option to $bucket: ${unknown}`);
  if (!Array.isArray(boundaries) || boundaries.length < 2)
    throw failed("The 'boundaries' field needs two values");
  boundaries.forEach((value, i) => {
    const next = boundaries[i + 1];
    if (next !== undefined && compareValues(value, next) >= 0)
      throw failed("The 'boundaries' must be in order");
  });
  if (!isDoc(output)) throw failed("The $bucket 'output' field must be an object");
  const by = compile(groupBy);
  const place: Expression = (scope) => {
    const value = by(scope) ?? null;
    const above = boundaries.findIndex((boundary) => compareValues(value, boundary) < 0);
    if (above > 0) return boundaries[above - 1];
    if (otherwise !== undefined) return otherwise;
    throw failed('$bucket could not find a matching branch for an input, and no default was specified.');
  };
  const accumulators = Object.entries(output).map(([name, spec]) => readAccumulator(name, spec));
  const gathered = gather('$bucket', place, accumulators);
  const ordered = sort({ _id: 1 } satisfies Doc);
  return (docs, setting) => ordered(gathered(docs, setting), setting);
};
