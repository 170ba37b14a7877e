import { failed } from '../errors';
import { isDoc, type Doc, type Value } from '../values/value';
import { all, elemMatch, size } from './arrays';
import type { Test } from './ast';
import { compare, equals } from './compare';
import { among } from './membership';
import { exists } from './existence';
import { mod } from './arithmetic';
import { matches, regex } from './text';

type Parser = (operand: Value, siblings: Doc) => Test;

const PARSERS: Record<string, Parser> = {
  $eq: (operand) => (operand instanceof RegExp ? refuse('$eq of a regex') : equals(operand)),
  $ne: (operand) =>
    operand instanceof RegExp ? refuse('$ne of a regex') : { kind: 'not', tests: [equals(operand)] },
  $gt: (operand) => compare('$gt', operand),
  $gte: (operand) => compare('$gte', operand),
  $lt: (operand) => compare('$lt', operand),
  $lte: (operand) => compare('$lte', operand),
  $in: (operand) => among('$in', operand),
  $nin: (operand) => ({ kind: 'not', tests: [among('$nin', operand)] }),
  $exists: exists,
  $not: negate,
  $elemMatch: elemMatch,
  $all: all,
  $size: size,
  $mod: mod,
  $regex: regex,
};

export function parseOperators(doc: Doc): Test[] {
  const tests: Test[] = [];
  for (const [name, operand] of Object.entries(doc)) {
    if (name === '$options' && '$regex' in doc) continue;
    const parser = Object.hasOwn(PARSERS, name) ? PARSERS[name] : undefined;
    if (parser === undefined) throw failed(`unknown operator: ${name}`);
    tests.push(parser(operand, doc));
  }
  return tests;
}

function negate(operand: Value): Test {
  if (operand instanceof RegExp) return { kind: 'not', tests: [matches(operand)] };
  if (!isDoc(operand) || Object.keys(operand).length === 0) {
    throw failed('$not needs a regex or a document of operators');
  }
  return { kind: 'not', tests: parseOperators(operand) };
}

function refuse(what: string): never {
  throw failed(`${what} is not allowed`);
}
