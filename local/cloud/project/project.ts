import { failed } from '../errors';
import { matchesTests, matchesNode } from '../query/match';
import { parseElementCondition } from '../query/parse';
import { isDoc, type Doc, type Value } from '../values/value';

/** What of each field goes out: a tree of paths, with `$slice` and `$elemMatch` at its ends. */
interface Branch {
  [field: string]: Branch | Leaf;
}
type Leaf = 'keep' | 'drop' | ((value: Value) => Value | undefined);

export type Projection = (doc: Doc) => Doc;

export function parseProjection(spec: Value): Projection {
  if (!isDoc(spec)) throw failed('a projection must be an object');
  const entries = Object.entries(spec);
  const modes = new Set(entries.filter(([path]) => path !== '_id').flatMap(([, value]) => modeOf(value)));
  if (modes.size > 1) throw failed('a projection cannot mix inclusion and exclusion');
  const idWanted = spec['_id'] === undefined ? undefined : modeOf(spec['_id'])[0] === 'in';
  const including = modes.size > 0 ? modes.has('in') : idWanted === true;
  const tree: Branch = {};
  for (const [path, value] of entries) plant(tree, path, value);
  if (including && idWanted === undefined) tree['_id'] = 'keep';
  return (doc) => prune(doc, tree, including);
}

function modeOf(value: Value): ('in' | 'out')[] {
  if (value === true || value === false) return [value ? 'in' : 'out'];
  if (typeof value === 'number') return [value !== 0 ? 'in' : 'out'];
  return isDoc(value) && '$elemMatch' in value ? ['in'] : [];
}

function plant(tree: Branch, path: string, value: Value): void {
  const segments = path.split('.');
  if (segments.some((segment) => segment === '' || segment.startsWith('$') || segment === '__proto__')) {
    throw failed(`the projection path '${path}' is not supported`);
  }
  const last = segments.pop() ?? '';
  let branch = tree;
  for (const segment of segments) {
    const next = Object.hasOwn(branch, segment) ? branch[segment] : (branch[segment] = {});
    if (typeof next !== 'object') throw failed(`Path collision at ${path}`);
    branch = next;
  }
  if (Object.hasOwn(branch, last)) throw failed(`Path collision at ${path}`);
  branch[last] = leafOf(path, value);
}

function leafOf(path: string, value: Value): Leaf {
  const mode = modeOf(value)[0];
  if (!isDoc(value)) {
    if (mode === undefined) throw failed(`the projection of '${path}' is not supported`);
    return mode === 'in' ? 'keep' : 'drop';
  }
  const [name, operand] = Object.entries(value)[0] ?? [];
  if (name === '$slice' && operand !== undefined) return slice(operand);
  if (name === '$elemMatch' && isDoc(operand)) return firstElement(operand);
  throw failed(`the projection operator ${name ?? '{}'} is not supported`);
}

function slice(operand: Value): Leaf {
  const pair = Array.isArray(operand) ? operand : [operand];
  const [first, second] = pair;
  if (typeof first !== 'number' || (second !== undefined && typeof second !== 'number')) {
    throw failed('$slice needs one or two numbers');
  }
  if (second !== undefined && second <= 0) throw failed('the limit of $slice must be positive');
  return (value) => {
    if (!Array.isArray(value)) return value;
    if (second === undefined) return first < 0 ? value.slice(first) : value.slice(0, first);
    const start = first < 0 ? Math.max(0, value.length + first) : first;
    return value.slice(start, start + second);
  };
}

function firstElement(condition: Doc): Leaf {
  const inner = parseElementCondition(condition);
  const wanted = (element: Value): boolean =>
    'tests' in inner
      ? matchesTests(inner.tests, element)
      : isDoc(element) && matchesNode(inner.query, element);
  return (value) => {
    const found = Array.isArray(value) ? value.find(wanted) : undefined;
    return found === undefined ? undefined : [found];
  };
}

function prune(doc: Doc, tree: Branch, including: boolean): Doc {
  const out: Doc = {};
  for (const [name, value] of Object.entries(doc)) {
    const rule = Object.hasOwn(tree, name) ? tree[name] : undefined;
    const kept = rule === undefined ? (including ? undefined : value) : applyRule(value, rule, including);
    if (kept !== undefined) out[name] = kept;
  }
  return out;
}

function applyRule(value: Value, rule: Branch | Leaf, including: boolean): Value | undefined {
  if (rule === 'keep') return value;
  if (rule === 'drop') return undefined;
  if (typeof rule === 'function') return rule(value);
  if (isDoc(value)) return prune(value, rule, including);
  if (!Array.isArray(value)) return including ? undefined : value;
  return value
    .map((element) => applyRule(element, rule, including))
    .filter((element) => element !== undefined);
}
