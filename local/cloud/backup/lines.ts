import type { Stored } from '../store/collection';
import { Meta } from '../store/meta';
import type { Sqlite } from '../store/sqlite';

export const FORMAT = 1;

interface Table {
  name: string;
  sql: string;
}

/**
 * A backup, line by line: a head, each collection and its documents, then what the cloud keeps beside them (consents,
 * messages sent and the like) as rows. Documents stand in the extended JSON in which they are stored; the bytes of
 * files lie in the data folder and are not in it.
 */
export function* backupLines(sqlite: Sqlite): Generator<string> {
  yield `${JSON.stringify({ backup: FORMAT })}\n`;
  const { collections } = new Meta(sqlite).get('catalog') as { collections: Record<string, Stored> };
  const known = new Set(['meta']);
  for (const [collection, { table, added, indexes }] of Object.entries(collections)) {
    for (const name of [table, `${table}_id`, ...indexes.map((index) => index.table)]) known.add(name);
    yield `${JSON.stringify({ collection, added })}\n`;
    const name = JSON.stringify(collection);
    const documents = sqlite.prepare(`SELECT doc FROM ${table} ORDER BY seq`).raw();
    for (const [doc] of documents.iterate([]) as Iterable<[string]>)
      yield `{"collection":${name},"doc":${doc}}\n`;
  }
  for (const table of tablesOf(sqlite)) if (!known.has(table.name)) yield* rowsOf(sqlite, table);
}

function tablesOf(sqlite: Sqlite): Table[] {
  const all = sqlite.prepare(
    "SELECT name, sql FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
  );
  return all.all([]) as Table[];
}

function* rowsOf(sqlite: Sqlite, { name, sql }: Table): Generator<string> {
  yield `${JSON.stringify({ table: name, sql })}\n`;
  for (const row of sqlite.prepare(`SELECT * FROM ${name}`).iterate([]) as Iterable<
    Record<string, unknown>
  >) {
    const cells: Record<string, unknown> = {};
    for (const [column, cell] of Object.entries(row)) cells[column] = encodeCell(cell);
    yield `${JSON.stringify({ table: name, row: cells })}\n`;
  }
}

function encodeCell(cell: unknown): unknown {
  return cell instanceof Uint8Array ? { $binary: Buffer.from(cell).toString('base64') } : cell;
}
