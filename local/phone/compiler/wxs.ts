import path from 'node:path';
import { CompileError } from './compile-error';

const REQUIRE = /\brequire\(\s*(['"])(.+?)\1\s*\)/g;
const CONSTRUCTOR = /([A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*|\[[^\][]*\])*)\.constructor\b/g;
const REG_EXP_TEXT = /\bgetRegExp\(\s*('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")/g;

/** The WXS files that this one requires, as paths inside the mini-program without extension. */
export function wxsDependencies(file: string, code: string): string[] {
  return [...code.matchAll(REQUIRE)].map((match) => {
    const reference = match[2] ?? '';
    const target = reference.startsWith('/')
      ? reference.slice(1)
      : path.posix.join(path.posix.dirname(file), reference);
    return target.replace(/\.wxs$/, '');
  });
}

/**
 * Modules are registered without their extension. WXS is not JavaScript in two places that code relies on: `value.constructor` is the type's name,
 * and a pattern given to `getRegExp` keeps its single backslashes.
 */
export function wxsToJs(file: string, code: string): string {
  const named = code
    .replace(REQUIRE, (call) => call.replace('.wxs', ''))
    .replace(CONSTRUCTOR, 'wxsConstructor($1)');
  const rest = named.search(/\.constructor\b/);
  if (rest >= 0) {
    const line = named.slice(0, rest).split('\n').length;
    throw new CompileError(file, line, '.constructor of an expression: give the value a name first');
  }
  return named.replace(REG_EXP_TEXT, (call, literal: string) =>
    call.replace(literal, () => keepBackslashes(literal)),
  );
}

function keepBackslashes(literal: string): string {
  return literal.replace(/\\(.)/g, (escape, char: string) =>
    '\\\'"nrtbfvux'.includes(char) ? escape : `\\\\${char}`,
  );
}
