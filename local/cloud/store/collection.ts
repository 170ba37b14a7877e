import { failed } from '../errors';
import type { Index, IndexSpec } from '../plan/index-spec';
import type { Range } from '../plan/ranges';
import { writeEjson } from '../values/ejson-write';
import type { Node } from '../query/ast';
import { sameValue } from '../values/order';
import { bytesOf } from '../values/key';
import { fieldOf, type Doc } from '../values/value';
import type { Changes } from './changes';
import type { Documents, Found, Known, Page, Selection, Trace } from './documents';
import { each, findPage } from './find';
import { keysOf } from './index-keys';
import { IndexTable, type PageWithin, type Row, type TextPage } from './index-table';
import { inChunks } from './chunks';
import { readDoc } from './read-doc';
import type { Sqlite } from './sqlite';

/** How the catalog writes a collection down. */
export interface Stored {
  table: string;
  added: boolean;
  indexes: (IndexSpec & { table: string; multikey: string[] })[];
}

const LARGEST_DOCUMENT = 16 * 1024 * 1024;
const ID_FIELDS = [['_id', 1]] as const;

/** One collection: its documents in order of insertion, and a key table for each index. */
export class Collection implements Documents {
  private tables: IndexTable[] = [];
  private readonly statements;

  constructor(
    private readonly sqlite: Sqlite,
    readonly name: string,
    private readonly source: Stored,
    readonly strict: boolean,
    private readonly changes: Changes,
    private readonly saveCatalog: () => void,
  ) {
    const { table } = source;
    this.statements = {
      insert: sqlite.prepare(`INSERT INTO ${table} (doc) VALUES (?)`),
      update: sqlite.prepare(`UPDATE ${table} SET doc = ? WHERE seq = ?`),
      remove: sqlite.prepare(`DELETE FROM ${table} WHERE seq = ?`),
      walk: sqlite.prepare(`SELECT seq, doc FROM ${table} WHERE seq > ? ORDER BY seq LIMIT ?`).raw(),
      count: sqlite.prepare(`SELECT count(*) FROM ${table}`).raw(),
    };
    const id = { name: '_id_', fields: [...ID_FIELDS], unique: true, table: `${table}_id`, multikey: [] };
    for (const index of [id, ...source.indexes]) this.openIndex(index);
  }

  static createTable(sqlite: Sqlite, table: string): void {
    sqlite.exec(`CREATE TABLE ${table} (seq INTEGER PRIMARY KEY, doc TEXT NOT NULL)`);
  }

  get indexes(): Index[] {
    return this.tables.map((table) => table.index);
  }

  stored(): Stored {
    const indexes = this.indexes.slice(1).map((index) => ({ ...index, multikey: [...index.multikey] }));
    return { ...this.source, indexes };
  }

  restore(stored: Stored): void {
    for (const index of this.indexes) {
      const known = stored.indexes.find(({ table }) => table === index.table);
      index.multikey = new Set(known?.multikey ?? []);
    }
  }

  /** Drops the indexes that are no longer declared and builds those that are new. */
  follow(specs: IndexSpec[], newTable: () => string): void {
    const same = (a: IndexSpec, b: IndexSpec): boolean =>
      a.name === b.name && a.unique === b.unique && JSON.stringify(a.fields) === JSON.stringify(b.fields);
    const [id, ...others] = this.tables;
    const kept = others.filter(({ index }) => specs.some((spec) => same(spec, index)));
    for (const { index } of others) {
      if (!kept.some((table) => table.index === index)) this.sqlite.exec(`DROP TABLE ${index.table}`);
    }
    this.tables = id ? [id, ...kept] : kept;
    for (const spec of specs) {
      if (kept.some(({ index }) => same(spec, index))) continue;
      const added = this.openIndex({ ...spec, table: newTable(), multikey: [] });
      for (const { seq, text } of this.everything()) this.insertKeys(added, readDoc(text), seq);
    }
  }

  find(query: Node, trace: Trace, selection?: Selection): Found[] {
    return [...this.each(query, trace, selection)];
  }

  each(query: Node, trace: Trace, selection: Selection = {}): Iterable<Found> {
    return each(this, query, trace, selection);
  }

  page(query: Node, trace: Trace, selection: Required<Selection>): Page | undefined {
    return findPage(this, query, trace, selection);
  }

  only(index: Index, range: Range): Row | undefined {
    return this.tableOf(index).only(range);
  }

  textsIn(index: Index, range: Range, reverse: boolean, within: PageWithin): TextPage | undefined {
    return this.tableOf(index).texts(range, reverse, within);
  }

  insert(doc: Doc): void {
    this.changes.note(this.name, doc['_id'] ?? null, undefined);
    const text = this.textOf(doc);
    const seq = Number(this.statements.insert.run([text]).lastInsertRowid);
    for (const table of this.tables) this.insertKeys(table, doc, seq);
  }

  replace({ seq, doc: before, text: stored }: Row & Known, after: Doc): string {
    const text = this.textOf(after);
    if (text === stored) return text;
    this.changes.note(this.name, before['_id'] ?? null, before);
    this.statements.update.run([text, seq]);
    for (const table of this.tables) {
      if (table.index.fields.every(([path]) => sameTop(before, after, path))) continue;
      const old = keysOf(before, table.index.fields).keys;
      this.insertKeys(table, after, seq, old);
      for (const key of old) table.remove(bytesOf(key), seq);
    }
    return text;
  }

  remove({ seq, doc }: Known): void {
    this.changes.note(this.name, doc['_id'] ?? null, doc);
    this.changes.removed();
    this.statements.remove.run([seq]);
    for (const table of this.tables) {
      for (const key of keysOf(doc, table.index.fields).keys) table.remove(bytesOf(key), seq);
    }
  }

  count(): number {
    const [count] = this.statements.count.get([]) as [number];
    return count;
  }

  clear(): void {
    this.changes.removed();
    for (const { index } of this.tables) {
      this.sqlite.exec(`DELETE FROM ${index.table}`);
      index.multikey.clear();
    }
    this.sqlite.exec(`DELETE FROM ${this.source.table}`);
  }

  everything(): Iterable<Row> {
    return inChunks((last: Row | undefined, size) => {
      const rows = this.statements.walk.all([last?.seq ?? 0, size]) as [number, string][];
      return rows.map(([seq, text]) => ({ seq, text }));
    }, lengthOf);
  }

  *scan(index: Index, ranges: Range[], reverse: boolean): Generator<Row> {
    const table = this.tableOf(index);
    for (const range of ranges) yield* table.scan(range, reverse);
  }

  estimate(index: Index, ranges: Range[]): number {
    const table = this.tableOf(index);
    let sum = 0;
    for (const range of ranges.slice(0, 20)) sum += table.countUpTo(range, 200);
    return sum;
  }

  private tableOf(index: Index): IndexTable {
    const table = this.tables.find((one) => one.index === index);
    if (table === undefined) throw new Error(`the index ${index.name} is not one of ${this.name}`);
    return table;
  }

  private openIndex(stored: Stored['indexes'][number]): IndexTable {
    const index: Index = { ...stored, multikey: new Set(stored.multikey) };
    const table = new IndexTable(this.sqlite, index, this.source.table);
    this.tables.push(table);
    return table;
  }

  /** Inserts a document's keys, less those in `present`, which are taken out of it. */
  private insertKeys(table: IndexTable, doc: Doc, seq: number, present?: Set<string>): void {
    const { keys, arrays } = keysOf(doc, table.index.fields);
    for (const text of keys) {
      if (present?.delete(text)) continue;
      const key = bytesOf(text);
      if (table.index.unique && table.takenByAnother(key, seq)) throw duplicate(this.name, table.index, doc);
      table.insert(key, seq);
    }
    const learnt = [...arrays].filter((array) => !table.index.multikey.has(array));
    if (learnt.length === 0) return;
    for (const array of learnt) table.index.multikey.add(array);
    this.saveCatalog();
  }

  private textOf(doc: Doc): string {
    const text = writeEjson(doc);
    if (Buffer.byteLength(text) > LARGEST_DOCUMENT)
      throw failed('object to insert too large: a document holds at most 16 MB');
    return text;
  }
}

const lengthOf = ({ text }: Row): number => text.length;

/** Whether the field that a path begins with is unchanged. */
function sameTop(before: Doc, after: Doc, path: string): boolean {
  const end = path.indexOf('.');
  const name = end < 0 ? path : path.slice(0, end);
  return sameValue(fieldOf(before, name), fieldOf(after, name));
}

function duplicate(collection: string, index: IndexSpec, doc: Doc): Error {
  const paths = index.fields.map(([path]) => path).join(', ');
  return failed(
    `E11000 duplicate key error collection: ${collection} index: ${index.name} on { ${paths} }, document ${JSON.stringify(doc['_id'])}`,
  );
}
