import path from 'node:path';
import postcss, { CssSyntaxError, type AtRule, type Container, type Root } from 'postcss';
import { CompileError } from './compile-error';
import type { SourceTree } from './source-tree';
import { scopeSelector } from './wxss-selectors';
import { toBrowserUnits } from '../wxss-units';

/** Compiles one style sheet: imports inlined, units and selectors as the browser and the style scope need them. */
export function compileStyle(tree: SourceTree, file: string, scope: string | null): string {
  const root = inlineImports(tree, file, []);
  root.walkAtRules((rule) => adaptAtRule(rule));
  root.walkRules((rule) => {
    if (isKeyframe(rule.parent)) return;
    try {
      rule.selector = scopeSelector(rule.selector, scope);
    } catch (error) {
      throw new CompileError(sourceOf(rule, file), rule.source?.start?.line, String(error));
    }
  });
  root.walkDecls((decl) => {
    if (/url\(\s*['"]?(?!data:|https?:|\/\/)/.test(decl.value)) {
      const at = sourceOf(decl, file);
      throw new CompileError(at, decl.source?.start?.line, 'WXSS cannot load a local picture: use <image>');
    }
    decl.value = withPhoneFont(toBrowserUnits(decl.value));
  });
  return root.toString();
}

function inlineImports(tree: SourceTree, file: string, from: string[]): Root {
  if (from.includes(file)) throw new CompileError(file, undefined, 'imports itself');
  if (!tree.has(file)) throw new CompileError(from.at(-1) ?? file, undefined, `${file} does not exist`);
  const root = parse(file, tree.read(file));
  root.walkAtRules('import', (rule) => {
    const reference = /^(?:url\()?\s*['"]?(.+?)['"]?\s*\)?$/.exec(rule.params)?.[1] ?? '';
    const target = reference.startsWith('/')
      ? reference.slice(1)
      : path.posix.join(path.posix.dirname(file), reference);
    rule.replaceWith(inlineImports(tree, target, [...from, file]).nodes);
  });
  return root;
}

function parse(file: string, text: string): Root {
  try {
    return postcss.parse(text, { from: file });
  } catch (error) {
    if (error instanceof CssSyntaxError) throw new CompileError(file, error.line, error.reason);
    throw error;
  }
}

/** Nothing is loaded from elsewhere, so a font that only has remote files is left out. */
function adaptAtRule(rule: AtRule): void {
  if (rule.name === 'font-face' && /url\(\s*['"]?(?:https?:)?\/\//.test(rule.toString())) rule.remove();
  else if (rule.name === 'media') rule.params = toBrowserUnits(rule.params);
}

const SYSTEM_FONTS =
  /(['"]?)\b(?:PingFang SC|Microsoft YaHei|Helvetica Neue|Roboto|Arial Regular|system-ui)\b\1/g;

/** A font of the machine differs from machine to machine; the phone ships its own. */
const withPhoneFont = (value: string): string => value.replace(SYSTEM_FONTS, 'Noto Sans SC Variable');

function isKeyframe(parent: Container | Root | { type: string } | undefined): boolean {
  return parent?.type === 'atrule' && /keyframes$/.test((parent as AtRule).name);
}

function sourceOf(
  node: { source?: { input: { from?: string; file?: string } } | undefined },
  file: string,
): string {
  const from = node.source?.input.file ?? node.source?.input.from;
  return from ? path.relative(process.cwd(), from) : file;
}
