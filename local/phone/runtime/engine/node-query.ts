type Found = Record<string, unknown> | null;
type Fields = Record<string, unknown> & { node?: boolean; computedStyle?: string[] };
type Told = (result: Found | Found[]) => void;
type Ref = {
  context: (done: Told) => unknown;
  fields: (fields: Fields, done?: Told) => unknown;
  node?: (done?: Told) => unknown;
};
type Query = { select: (selector: string) => Ref };

/** The engine's selector query lacks `node` and `computedStyle`: both come from the element behind its `context`. */
export function completeQuery<Q extends object>(query: Q): Q {
  const prototype = Object.getPrototypeOf((query as unknown as Query).select('page')) as Ref;
  if (prototype.node) return query;
  const { fields } = prototype;
  prototype.fields = function completed(this: Ref, wanted, done) {
    const { node, computedStyle, ...known } = wanted;
    if (!node && !computedStyle) return fields.call(this, wanted, done);
    return fields.call(this, { ...known, context: true }, (result) => {
      for (const one of Array.isArray(result) ? result : [result])
        if (one) complete(one, node === true, computedStyle ?? []);
      done?.(result);
    });
  };
  prototype.node = function byNode(this: Ref, done) {
    return this.fields({ node: true }, done);
  };
  return query;
}

/** Changes the found object in place: the engine hands the same one to `exec`. */
function complete(found: Record<string, unknown>, node: boolean, computedStyle: string[]): void {
  const element = found['context'] as HTMLElement;
  delete found['context'];
  if (node) found['node'] = element.querySelector(':scope > canvas');
  const style = getComputedStyle(element);
  for (const name of computedStyle) {
    const property = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    found[name] = style.getPropertyValue(property);
  }
}
