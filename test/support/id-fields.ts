import * as f from '../../typings/contract/fields';

/** The shapes that an id of a stored record has. */
const IDS: readonly unknown[] = [f.studioId, f.townId, f.eventId, f.memberId, f.entryId, f.gridId];
const ID_NAMES = /Ids?$|^(?:id|after|before)$/;

interface Shape {
  def: {
    type: string;
    shape?: Record<string, Shape>;
    innerType?: Shape;
    element?: Shape;
    options?: Shape[];
    left?: Shape;
    right?: Shape;
    valueType?: Shape;
    in?: Shape;
  };
}

/** Paths of a request's fields that name a stored record: by their shape, or by their name. */
export function idFieldsOf(schema: unknown, path = ''): string[] {
  const { def } = schema as Shape;
  if (IDS.includes(schema)) return [path];
  const inner = [
    def.innerType,
    def.element,
    def.left,
    def.right,
    def.valueType,
    def.in,
    ...(def.options ?? []),
  ];
  const deeper = inner.flatMap((part) => (part ? idFieldsOf(part, path) : []));
  const fields = Object.entries(def.shape ?? {}).flatMap(([name, field]) => {
    const below = idFieldsOf(field, path === '' ? name : `${path}.${name}`);
    const named = ID_NAMES.test(name) && isText(field);
    return below.length > 0 || !named ? below : [path === '' ? name : `${path}.${name}`];
  });
  return [...new Set([...deeper, ...fields])];
}

const isText = ({ def }: Shape): boolean =>
  def.type === 'string' || (def.innerType ? isText(def.innerType) : false);
