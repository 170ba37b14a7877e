import { compile } from '../expression';
import { isTrue, type Expression } from '../scope';
import { scopeOf, type ParseStage, type Setting } from '../stage';
import { matchesNode } from '../../query/match';
import { parseQuery } from '../../query/parse';
import { failed } from '../../errors';
import { isDoc, type Doc, type Value } from '../../values/value';

/** A query, and beside it the `$expr` that only an aggregation knows. */
export interface Match {
  query: Doc;
  condition: Expression | undefined;
  /** `{ $eq: ['$field', expression] }`s of the `$expr`: with their values known an index can help. */
  equalities: { path: string; value: Expression }[];
}

export function readMatch(operand: Value): Match {
  if (!isDoc(operand)) throw failed('the match filter must be an expression in an object');
  const { $expr: expr, ...query } = operand;
  if (expr === undefined) return { query, condition: undefined, equalities: [] };
  return { query, condition: compile(expr), equalities: equalitiesOf(expr) };
}

export const match: ParseStage = (operand) => {
  const { query, condition } = readMatch(operand);
  const node = parseQuery(query);
  return function* (docs, setting) {
    for (const doc of docs) {
      if (matchesNode(node, doc) && passes(condition, doc, setting)) yield doc;
    }
  };
};

export function passes(condition: Expression | undefined, doc: Doc, setting: Setting): boolean {
  return condition === undefined || isTrue(condition(scopeOf(doc, setting)));
}

function equalitiesOf(expr: Value): Match['equalities'] {
  if (!isDoc(expr)) return [];
  const { $and: all, $eq: pair } = expr;
  if (Array.isArray(all)) return all.flatMap(equalitiesOf);
  if (!Array.isArray(pair) || pair.length !== 2) return [];
  const [left = null, right = null] = isField(pair[0]) ? pair : [...pair].reverse();
  return isField(left) && !isField(right) ? [{ path: left.slice(1), value: compile(right) }] : [];
}

function isField(value: Value | undefined): value is string {
  return typeof value === 'string' && value.startsWith('$') && !value.startsWith('$$');
}
