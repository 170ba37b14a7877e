import { failed } from '../errors';
import type { Order } from '../plan/sorting';
import { parseQuery } from '../query/parse';
import type { Trace } from '../store/documents';
import type { Doc, Value } from '../values/value';
import type { ParseStage, Setting, Stage, Step } from './stage';
import { bucket, group, sortByCount } from './stages/group';
import { lookup } from './stages/lookup';
import { match, passes, readMatch } from './stages/match';
import { count, limit, readOrder, skip, sort, wholeIn } from './stages/order';
import { addFields, project, replaceRoot } from './stages/shape';
import { unwind } from './stages/unwind';

const STAGES = new Map<string, ParseStage>([
  ['$match', match],
  ['$project', project],
  ['$addFields', addFields],
  ['$group', group],
  ['$sort', sort],
  ['$skip', skip],
  ['$limit', limit],
  ['$count', count],
  ['$unwind', unwind],
  ['$lookup', lookup],
  ['$sortByCount', sortByCount],
  ['$replaceRoot', replaceRoot],
  ['$bucket', bucket],
]);

/** A leading match, and the order and number asked of it, are found by an index as a query's would be. */
export function runPipeline(collection: string, steps: Step[], setting: Setting): Iterable<Doc> {
  const head = readHead(steps);
  const stages = steps.slice(head.length).map(({ name, operand }) => parseStage(name, operand));
  let docs: Iterable<Doc> = source(collection, head, setting);
  for (const stage of stages) docs = stage(docs, setting);
  return docs;
}

function parseStage(name: string, operand: Value): Stage {
  const parse = STAGES.get(name);
  if (parse === undefined) throw failed(`the aggregation stage ${name} is not supported`);
  return parse(operand);
}

interface Head {
  length: number;
  match: ReturnType<typeof readMatch>;
  order: Order;
  limit: number;
}

function readHead(steps: Step[]): Head {
  const rest = [...steps];
  const take = (name: string): Value | undefined =>
    rest[0]?.name === name ? rest.shift()?.operand : undefined;
  const matched = readMatch(take('$match') ?? {});
  const order = take('$sort');
  const most = matched.condition ? undefined : take('$limit');
  return {
    length: steps.length - rest.length,
    match: matched,
    order: order === undefined ? [] : readOrder(order),
    limit: most === undefined ? Infinity : wholeIn('$limit', most, 1),
  };
}

function* source(name: string, head: Head, setting: Setting): Iterable<Doc> {
  const { query, condition, equalities } = head.match;
  const known = equalities.flatMap(({ path, value }): Doc[] => {
    const wanted = value({ root: {}, variables: setting.variables, now: setting.now });
    return wanted === undefined || wanted === null || Array.isArray(wanted)
      ? []
      : [{ [path]: { $eq: wanted } }];
  });
  const whole: Doc = known.length === 0 ? query : { $and: [query, ...known] };
  const trace: Trace = { index: '', examined: 0, returned: 0 };
  const { order, limit: most } = head;
  const found = setting.catalog.get(name).each(parseQuery(whole), trace, { order, limit: most });
  const tell = (): void => {
    account(setting.trace, trace);
    trace.examined = 0;
  };
  try {
    for (const { doc } of found) {
      tell();
      if (passes(condition, doc, setting)) yield doc;
    }
  } finally {
    tell();
  }
}

/** The first index of a pipeline, then those of its look-ups. */
function account(into: Trace, { index, examined }: Trace): void {
  into.examined += examined;
  if (!into.index.split('+').includes(index))
    into.index = into.index === '' ? index : `${into.index}+${index}`;
}
