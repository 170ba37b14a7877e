import { failed } from '../../errors';
import { isDoc, type Doc, type Value } from '../../values/value';
import type { Form } from '../expression';
import { isNone, isTrue, type Compile, type Expression, type Scope } from '../scope';
import { listIn } from './arrays';

/** The arguments of an operator that names them. */
export function named(name: string, operand: Value, needed: string[], optional: string[] = []): Doc {
  if (!isDoc(operand)) throw failed(`${name} requires an object`);
  const unknown = Object.keys(operand).find((key) => !needed.includes(key) && !optional.includes(key));
  if (unknown !== undefined) throw failed(`Unrecognized argument to ${name}: ${unknown}`);
  const missing = needed.find((key) => !(key in operand));
  if (missing !== undefined) throw failed(`Missing '${missing}' parameter to ${name}`);
  return operand;
}

const cond: Form = (operand, compile) => {
  const parts = Array.isArray(operand) ? operand : Object.values(inOrder(operand));
  const [test, yes, no] = parts.map(compile);
  if (!test || !yes || !no || parts.length !== 3) throw failed('Expression $cond takes exactly 3 arguments');
  return (scope) => (isTrue(test(scope)) ? yes(scope) : no(scope));
};

function inOrder(operand: Value): Doc {
  const {
    if: test = null,
    then: yes = null,
    else: no = null,
  } = named('$cond', operand, ['if', 'then', 'else']);
  return { test, yes, no };
}

const ifNull: Form = (operand, compile) => {
  if (!Array.isArray(operand) || operand.length < 2) throw failed('$ifNull needs at least two arguments');
  const parts = operand.map(compile);
  return (scope) => {
    for (const part of parts.slice(0, -1)) {
      const value = part(scope);
      if (!isNone(value)) return value;
    }
    return parts.at(-1)?.(scope);
  };
};

const choose: Form = (operand, compile) => {
  const body = named('$switch', operand, ['branches'], ['default']);
  const branches = listIn('$switch', body['branches']).map((branch) => {
    const { case: test = null, then = null } = named('$switch', branch, ['case', 'then']);
    return { test: compile(test), then: compile(then) };
  });
  const otherwise = body['default'] === undefined ? undefined : compile(body['default']);
  return (scope) => {
    const found = branches.find(({ test }) => isTrue(test(scope)));
    if (found) return found.then(scope);
    if (otherwise) return otherwise(scope);
    throw failed('$switch could not find a matching branch for an input, and no default was specified.');
  };
};

function each(name: string, operand: Value, compile: Compile, body: string) {
  const parts = named(name, operand, ['input', body], ['as']);
  const as = typeof parts['as'] === 'string' ? parts['as'] : 'this';
  const [input, inner] = [compile(parts['input'] ?? null), compile(parts[body] ?? null)];
  const items = (scope: Scope): Value[] | null => {
    const list = input(scope);
    return isNone(list) ? null : listIn(name, list);
  };
  return { items, of: (scope: Scope, item: Value) => inner(withVariables(scope, { [as]: item })) };
}

const filter: Form = (operand, compile) => {
  const { items, of } = each('$filter', operand, compile, 'cond');
  return (scope) => items(scope)?.filter((item) => isTrue(of(scope, item))) ?? null;
};

const map: Form = (operand, compile) => {
  const { items, of } = each('$map', operand, compile, 'in');
  return (scope) => items(scope)?.map((item) => of(scope, item) ?? null) ?? null;
};

const reduce: Form = (operand, compile) => {
  const parts = named('$reduce', operand, ['input', 'initialValue', 'in']);
  const [input, initial, inner] = ['input', 'initialValue', 'in'].map((key) => compile(parts[key] ?? null));
  return (scope) => {
    const list = input?.(scope);
    if (isNone(list)) return null;
    return listIn('$reduce', list).reduce<Value | undefined>(
      (value, item) => inner?.(withVariables(scope, { value, this: item })),
      initial?.(scope),
    );
  };
};

const letIn: Form = (operand, compile) => {
  const { vars = null, in: body = null } = named('$let', operand, ['vars', 'in']);
  const variables = compileVariables('$let', vars, compile);
  const inner = compile(body);
  return (scope) => inner(withVariables(scope, variables(scope)));
};

export function compileVariables(name: string, vars: Value, compile: Compile) {
  if (!isDoc(vars)) throw failed(`the variables of ${name} must be an object`);
  const compiled = Object.entries(vars).map(([key, value]) => [key, compile(value)] as const);
  return (scope: Scope): Scope['variables'] =>
    Object.fromEntries(compiled.map(([key, value]) => [key, value(scope)]));
}

export function withVariables(scope: Scope, variables: Scope['variables']): Scope {
  return { ...scope, variables: { ...scope.variables, ...variables } };
}

const literal: Form =
  (operand): Expression =>
  () =>
    operand;

export const FORMS: Record<string, Form> = {
  $cond: cond,
  $ifNull: ifNull,
  $switch: choose,
  $filter: filter,
  $map: map,
  $reduce: reduce,
  $let: letIn,
  $literal: literal,
};
