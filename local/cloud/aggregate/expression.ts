import { failed } from '../errors';
import { fieldOf, isDoc, isOperatorDoc, type Doc, type Value } from '../values/value';
import { ARITHMETIC } from './operators/arithmetic';
import { ARRAYS } from './operators/arrays';
import { CONDITIONS } from './operators/conditions';
import { DATES } from './operators/dates';
import { FORMS } from './operators/forms';
import { STRINGS } from './operators/strings';
import { pick, type Compile, type Expression, type Scope } from './scope';

/** An operator over values: how many it takes and what it makes of them. */
export interface Plain {
  least: number;
  most: number;
  of: (...values: (Value | undefined)[]) => Value | undefined;
}

/** An operator with arguments by name, or that does not evaluate all of them. */
export type Form = (operand: Value, compile: Compile) => Expression;

const PLAIN: Record<string, Plain> = { ...ARITHMETIC, ...ARRAYS, ...CONDITIONS, ...STRINGS };
const SPECIAL: Record<string, Form> = { ...FORMS, ...DATES };

/** Reads an expression once; an operator that is not supported is refused by its name. */
export function compile(expression: Value): Expression {
  if (typeof expression === 'string' && expression.startsWith('$')) return reference(expression);
  if (Array.isArray(expression)) {
    const items = expression.map(compile);
    return (scope) => items.map((item) => item(scope) ?? null);
  }
  if (!isDoc(expression)) return () => expression;
  return isOperatorDoc(expression) ? operator(expression) : object(expression);
}

function object(body: Doc): Expression {
  const fields = Object.entries(body).map(([name, value]) => [name, compile(value)] as const);
  return (scope) => {
    const out: Doc = {};
    for (const [name, value] of fields) {
      const found = value(scope);
      if (found !== undefined) out[name] = found;
    }
    return out;
  };
}

function reference(text: string): Expression {
  if (!text.startsWith('$$')) {
    const segments = text.slice(1).split('.');
    if (segments.includes('')) throw failed(`'${text}' is not a field path`);
    return ({ root }) => pick(root, segments);
  }
  const [name = '', ...rest] = text.slice(2).split('.');
  return (scope) => pick(variable(name, scope), rest);
}

function variable(name: string, { root, variables, now }: Scope): Value | undefined {
  if (name === 'ROOT' || name === 'CURRENT') return root;
  if (name === 'REMOVE') return undefined;
  if (name === 'NOW') return new Date(now);
  if (!Object.hasOwn(variables, name)) throw failed(`Use of undefined variable: ${name}`);
  return variables[name];
}

function operator(body: Doc): Expression {
  const [name = ''] = Object.keys(body);
  if (Object.keys(body).length !== 1) {
    throw failed(`an object that is an expression must have exactly one field: ${name}`);
  }
  const operand = fieldOf(body, name) ?? null;
  const special = Object.hasOwn(SPECIAL, name) ? SPECIAL[name] : undefined;
  if (special) return special(operand, compile);
  const plain = Object.hasOwn(PLAIN, name) ? PLAIN[name] : undefined;
  if (plain === undefined) throw failed(`Unrecognized expression '${name}'`);
  const args = (Array.isArray(operand) ? operand : [operand]).map(compile);
  if (args.length < plain.least || args.length > plain.most) {
    throw failed(
      `Expression ${name} takes ${plain.least} to ${plain.most} arguments. ${args.length} were passed in.`,
    );
  }
  return (scope) => plain.of(...args.map((arg) => arg(scope)));
}
