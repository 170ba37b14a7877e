import type { Index } from '../plan/index-spec';
import type { Range } from '../plan/ranges';
import { inChunks } from './chunks';
import type { Sqlite } from './sqlite';

export interface Row {
  seq: number;
  text: string;
}

type Raw = [key: Buffer, seq: number, text: string];

export interface PageWithin {
  offset: number;
  limit: number;
  /** Bytes of a document; with a longer one there is no page. */
  longest: number;
}

/** Documents as JSON's array of their texts in UTF-8. */
export interface TextPage {
  list: Buffer;
  count: number;
  bytes: number;
}

/** The keys of one index, each with the number of its document. */
export class IndexTable {
  private readonly statements;

  constructor(
    sqlite: Sqlite,
    readonly index: Index,
    documents: string,
  ) {
    const { table } = index;
    sqlite.exec(
      `CREATE TABLE IF NOT EXISTS ${table} (key BLOB NOT NULL, seq INTEGER NOT NULL, PRIMARY KEY (key, seq)) WITHOUT ROWID`,
    );
    const rows = `SELECT k.key, k.seq, d.doc FROM ${table} k CROSS JOIN ${documents} d ON d.seq = k.seq WHERE`;
    this.statements = {
      insert: sqlite.prepare(`INSERT INTO ${table} VALUES (?, ?)`),
      remove: sqlite.prepare(`DELETE FROM ${table} WHERE key = ? AND seq = ?`),
      other: sqlite.prepare(`SELECT seq FROM ${table} WHERE key = ? AND seq <> ? LIMIT 1`),
      up: sqlite.prepare(`${rows} (k.key, k.seq) > (?, ?) AND k.key < ? ORDER BY k.key, k.seq LIMIT ?`).raw(),
      down: sqlite
        .prepare(`${rows} k.key >= ? AND (k.key, k.seq) < (?, ?) ORDER BY k.key DESC, k.seq DESC LIMIT ?`)
        .raw(),
      only: sqlite.prepare(`${rows} k.key >= ? AND k.key < ? LIMIT 1`).raw(),
      textsUp: sqlite.prepare(textsOf(table, documents, '')).raw(),
      textsDown: sqlite.prepare(textsOf(table, documents, ' DESC')).raw(),
      count: sqlite
        .prepare(`SELECT count(*) FROM (SELECT 1 FROM ${table} WHERE key >= ? AND key < ? LIMIT ?)`)
        .raw(),
    };
  }

  insert(key: Buffer, seq: number): void {
    this.statements.insert.run([key, seq]);
  }

  remove(key: Buffer, seq: number): void {
    this.statements.remove.run([key, seq]);
  }

  takenByAnother(key: Buffer, seq: number): boolean {
    return this.statements.other.get([key, seq]) !== undefined;
  }

  countUpTo(range: Range, most: number): number {
    const [count] = this.statements.count.get([range.from, range.to, most]) as [number];
    return count;
  }

  /** The row of a stretch that can hold only one. */
  only({ from, to }: Range): Row | undefined {
    const row = this.statements.only.get([from, to]) as Raw | undefined;
    return row && { seq: row[1], text: row[2] };
  }

  /** The texts of a page as one JSON array: one row from the engine instead of many. */
  texts({ from, to }: Range, reverse: boolean, { offset, limit, longest }: PageWithin): TextPage | undefined {
    const statement = reverse ? this.statements.textsDown : this.statements.textsUp;
    const [list, count, bytes, most] = statement.get([longest, from, to, limit, offset]) as [
      ...[Buffer, number, number, number],
    ];
    return most > longest ? undefined : { list, count, bytes };
  }

  *scan({ from, to }: Range, reverse: boolean): Generator<Row> {
    const { up, down } = this.statements;
    const raws = inChunks(
      (last: Raw | undefined, size) =>
        (reverse
          ? down.all([from, last?.[0] ?? to, last?.[1] ?? -1, size])
          : up.all([last?.[0] ?? from, last?.[1] ?? 0, to, size])) as Raw[],
      ([, , text]) => text.length,
    );
    for (const [, seq, text] of raws) yield { seq, text };
  }
}

function textsOf(table: string, documents: string, way: string): string {
  return (
    'SELECT CAST(json_group_array(CASE WHEN octet_length(doc) <= ? THEN doc END) AS BLOB), count(*), ' +
    `coalesce(sum(octet_length(doc)), 0), coalesce(max(octet_length(doc)), 0) FROM (SELECT d.doc FROM ${table} k ` +
    `CROSS JOIN ${documents} d ON d.seq = k.seq WHERE k.key >= ? AND k.key < ? ` +
    `ORDER BY k.key${way}, k.seq${way} LIMIT ? OFFSET ?)`
  );
}
