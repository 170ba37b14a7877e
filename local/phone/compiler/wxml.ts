import { TmplGroup } from 'glass-easel-template-compiler';
import { SYNTAX_TAGS, isBuiltinTag } from '../builtin-tags';
import type { CompiledComponent } from '../compiled-app';
import { CompileError } from './compile-error';
import type { SourceTree } from './source-tree';
import { tagsOf } from './wxml-tags';
import { wxsDependencies, wxsToJs } from './wxs';

/** What `addTmpl` answers; the package's own types say `any`. */
type TemplateMistake = { isError: boolean; level: string; message: string; startLine: number };

const WRONG_NESTING = new Set(['missing end tag', 'invalid end tag']);
const syntax = new Set<string>(SYNTAX_TAGS);

/** Compiles the templates of all components into one JavaScript expression. */
export function compileTemplates(
  tree: SourceTree,
  components: CompiledComponent[],
  warn: (warning: string) => void,
): string {
  const group = new TmplGroup();
  const templates = new Set<string>();
  const scripts = new Set<string>();

  const addScript = (name: string): void => {
    if (scripts.has(name)) return;
    scripts.add(name);
    const file = `${name}.wxs`;
    if (!tree.has(file)) throw new CompileError(file, undefined, 'does not exist');
    const code = tree.read(file);
    group.addScript(name, wxsToJs(file, code));
    wxsDependencies(file, code).forEach(addScript);
  };

  const addTemplate = (name: string, usedBy: string): void => {
    if (templates.has(name)) return;
    templates.add(name);
    const file = `${name}.wxml`;
    if (!tree.has(file)) throw new CompileError(`${usedBy}.wxml`, undefined, `${file} does not exist`);
    const mistakes = group.addTmpl(name, tree.read(file)) as TemplateMistake[];
    for (const mistake of mistakes) report(file, mistake, warn);
    for (const module of group.getInlineScriptModuleNames(name) as string[]) {
      group.setInlineScript(name, module, wxsToJs(file, group.getInlineScript(name, module)));
    }
    (group.getScriptDependencies(name) as string[]).forEach(addScript);
    for (const used of dependenciesOf(group, name, scripts)) addTemplate(used, name);
  };

  for (const component of components) {
    addTemplate(component.path, component.path);
    checkTags(tree, group, component, scripts);
  }
  const code = group.getTmplGenObjectGroups();
  group.free();
  return code;
}

/** `getDirectDependencies` also names the scripts; those are not templates. */
function dependenciesOf(group: TmplGroup, name: string, scripts: Set<string>): string[] {
  return (group.getDirectDependencies(name) as string[]).filter((one) => !scripts.has(one));
}

function report(file: string, mistake: TemplateMistake, warn: (warning: string) => void): void {
  const line = mistake.startLine + 1;
  if (mistake.isError || WRONG_NESTING.has(mistake.message))
    throw new CompileError(file, line, mistake.message);
  warn(`${file}:${line} ${mistake.message}`);
}

function checkTags(
  tree: SourceTree,
  group: TmplGroup,
  component: CompiledComponent,
  scripts: Set<string>,
): void {
  const { usingComponents = {}, componentGenerics = {} } = component.config;
  const known = (tag: string): boolean =>
    syntax.has(tag) || isBuiltinTag(tag) || tag in usingComponents || tag in componentGenerics;

  const own = tagsOf(tree.read(`${component.path}.wxml`)).find((use) => !known(use.tag));
  if (own) {
    throw new CompileError(
      `${component.path}.wxml`,
      own.line,
      `<${own.tag}> is neither a component of this file's JSON nor available on the local phone`,
    );
  }
  // A template that is only imported may hold more than this component uses of it, so only WeChat's own tags count there.
  for (const imported of dependenciesOf(group, component.path, scripts)) {
    const use = tagsOf(tree.read(`${imported}.wxml`)).find(
      (one) => !one.tag.includes('-') && !known(one.tag),
    );
    if (use)
      throw new CompileError(
        `${imported}.wxml`,
        use.line,
        `<${use.tag}> is not available on the local phone`,
      );
  }
}
