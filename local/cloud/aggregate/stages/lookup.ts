import { failed } from '../../errors';
import { isDoc, type Doc, type Value } from '../../values/value';
import { compile } from '../expression';
import { compileVariables } from '../operators/forms';
import { pick } from '../scope';
import { scopeOf, type ParseStage, type Setting, type Step } from '../stage';

interface Lookup {
  from: string;
  as: string;
  find: (doc: Doc, setting: Setting) => Doc[];
}

/** Documents of another collection beside each one; the other's indexes must carry the search. */
export const lookup: ParseStage = (operand) => {
  const { as, find } = readLookup(operand);
  return function* (docs, setting) {
    for (const doc of docs) yield { ...doc, [as]: find(doc, setting) };
  };
};

function readLookup(operand: Value): Lookup {
  if (!isDoc(operand)) throw failed('the $lookup specification must be an object');
  const { from, as, localField, foreignField, let: vars = {}, pipeline, ...rest } = operand;
  const unknown = Object.keys(rest)[0];
  if (unknown !== undefined) throw failed(`unknown argument to $lookup: ${unknown}`);
  if (typeof from !== 'string' || typeof as !== 'string' || as === '' || as.includes('.')) {
    throw failed('$lookup needs the names from and as');
  }
  if (typeof localField === 'string' && typeof foreignField === 'string') {
    if (pipeline !== undefined)
      throw failed('$lookup with localField and a pipeline together is not supported');
    const local = localField.split('.');
    const find = (doc: Doc, setting: Setting): Doc[] => {
      const match = { name: '$match', operand: { [foreignField]: wanted(pick(doc, local)) } };
      return [...setting.run(from, [match], setting)];
    };
    return { from, as, find };
  }
  if (!Array.isArray(pipeline)) throw failed('$lookup requires localField and foreignField, or a pipeline');
  const steps = pipeline.map(stepOf);
  const variables = compileVariables('$lookup', vars, compile);
  const find = (doc: Doc, setting: Setting): Doc[] => {
    const own = { ...setting.variables, ...variables(scopeOf(doc, setting)) };
    return [...setting.run(from, steps, { ...setting, variables: own })];
  };
  return { from, as, find };
}

/** Missing looks for null; an array for each of its elements. */
function wanted(value: Value | undefined): Value {
  return { $in: Array.isArray(value) ? value : [value ?? null] };
}

export function stepOf(stage: Value): Step {
  const [name, ...more] = isDoc(stage) ? Object.keys(stage) : [];
  if (!isDoc(stage) || name === undefined || more.length > 0) {
    throw failed('A pipeline stage specification object must contain exactly one field.');
  }
  return { name, operand: stage[name] ?? null };
}
