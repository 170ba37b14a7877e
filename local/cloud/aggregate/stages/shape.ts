import { failed } from '../../errors';
import { parseProjection } from '../../project/project';
import { isDoc, isOperatorDoc, typeName, type Doc, type Value } from '../../values/value';
import { compile } from '../expression';
import type { Expression } from '../scope';
import { scopeOf, type ParseStage } from '../stage';

interface Computed {
  segments: string[];
  value: Expression;
}

/** Fields in, fields out, and fields made anew; the last come after the others. */
export const project: ParseStage = (operand) => {
  const plain: Doc = {};
  const computed: Computed[] = [];
  for (const [path, value] of leaves(operand, '$project', isChoice)) {
    if (isChoice(value)) plain[path] = value;
    else computed.push({ segments: path.split('.'), value: compile(value) });
  }
  const others = Object.entries(plain).filter(([path]) => path !== '_id');
  if (computed.length > 0 && others.some(([, value]) => !value)) {
    throw failed(
      'Bad projection specification, cannot exclude fields other than _id in an inclusion projection',
    );
  }
  if (Object.keys(plain).length + computed.length === 0)
    throw failed('$project requires at least one output field');
  const nothing = computed.length > 0 && others.length === 0;
  const keep = parseProjection(nothing ? { _id: true } : plain);
  return function* (docs, setting) {
    for (const doc of docs) {
      const scope = scopeOf(doc, setting);
      let out = nothing && '_id' in plain && !plain['_id'] ? {} : keep(doc);
      for (const { segments, value } of computed) out = put(out, segments, value(scope));
      yield out;
    }
  };
};

export const addFields: ParseStage = (operand) => {
  const computed = leaves(operand, '$addFields', () => false).map(([path, value]): Computed => ({
    segments: path.split('.'),
    value: compile(value),
  }));
  return function* (docs, setting) {
    for (const doc of docs) {
      const scope = scopeOf(doc, setting);
      let out = doc;
      for (const { segments, value } of computed) out = put(out, segments, value(scope));
      yield out;
    }
  };
};

export const replaceRoot: ParseStage = (operand) => {
  const wanted = isDoc(operand) ? operand['newRoot'] : undefined;
  if (wanted === undefined) throw failed('no newRoot specified for the $replaceRoot stage');
  const root = compile(wanted);
  return function* (docs, setting) {
    for (const doc of docs) {
      const out = root(scopeOf(doc, setting));
      if (!isDoc(out)) {
        throw failed(
          `'newRoot' expression must evaluate to an object, but resulting value was of type ${typeName(out)}`,
        );
      }
      yield out;
    }
  };
};

function isChoice(value: Value): boolean {
  return typeof value === 'number' || typeof value === 'boolean';
}

/** `{ a: { b: … } }` speaks of `a.b`, unless it is an operator's. */
function leaves(
  spec: Value,
  stage: string,
  isLeaf: (value: Value) => boolean,
  prefix = '',
): [string, Value][] {
  if (!isDoc(spec)) throw failed(`${stage} specification must be an object`);
  return Object.entries(spec).flatMap(([name, value]): [string, Value][] => {
    const path = prefix + name;
    if (
      path.split('.').some((segment) => segment === '' || segment.startsWith('$') || segment === '__proto__')
    ) {
      throw failed(`${stage} cannot name a field '${path}'`);
    }
    const deeper = !isLeaf(value) && isDoc(value) && !isOperatorDoc(value) && Object.keys(value).length > 0;
    return deeper ? leaves(value, stage, isLeaf, `${path}.`) : [[path, value]];
  });
}

/** The document with a field set, in every element of the arrays on the way; a missing value takes the field away. */
function put(doc: Doc, segments: string[], value: Value | undefined): Doc {
  const [name = '', ...rest] = segments;
  const { [name]: present, ...others } = doc;
  if (rest.length === 0) {
    if (value === undefined) return others;
    return { ...doc, [name]: value };
  }
  if (value === undefined && present === undefined) return doc;
  return { ...doc, [name]: inside(present, rest, value) };
}

function inside(present: Value | undefined, rest: string[], value: Value | undefined): Value {
  if (Array.isArray(present)) return present.map((item) => inside(item, rest, value));
  return put(isDoc(present) ? present : {}, rest, value);
}
