import { z } from 'zod';
import { checkNames } from '../actions/request';
import { invalid } from '../errors';
import type { Catalog } from '../store/catalog';
import type { Sqlite } from '../store/sqlite';
import { decode, parseJson } from '../values/ejson-read';
import { isDoc } from '../values/value';
import { FORMAT } from './lines';

const NAME = /^[A-Za-z_]\w*$/;
const cell = z.union([z.null(), z.string(), z.number(), z.strictObject({ $binary: z.base64() })]);

const line = z.union([
  z.strictObject({ backup: z.literal(FORMAT) }),
  z.strictObject({ collection: z.string(), added: z.boolean() }),
  z.strictObject({ collection: z.string(), doc: z.record(z.string(), z.unknown()) }),
  z.strictObject({
    table: z.string().regex(NAME),
    sql: z.string().regex(/^CREATE TABLE [^;]*$/),
  }),
  z.strictObject({ table: z.string().regex(NAME), row: z.record(z.string().regex(NAME), cell) }),
]);

/** Puts the lines of a backup back, one after the other. */
export class LineReader {
  documents = 0;

  constructor(
    private readonly sqlite: Sqlite,
    private readonly catalog: Catalog,
  ) {}

  take(text: string, number: number): void {
    const read = line.safeParse(parseJson(text));
    if (!read.success) throw invalid('this is no line of a backup');
    const { data } = read;
    if ((number === 1) !== 'backup' in data) throw invalid('a backup begins with its head, and has one');
    if ('doc' in data) this.takeDocument(data.collection, data.doc);
    else if ('collection' in data) this.takeCollection(data.collection);
    else if ('row' in data) this.takeRow(data.table, data.row);
    else if ('sql' in data) this.sqlite.exec(data.sql);
  }

  private takeCollection(name: string): void {
    if (!this.catalog.names().includes(name)) this.catalog.add(name);
  }

  private takeDocument(collection: string, plain: Record<string, unknown>): void {
    const doc = decode(plain, 0);
    if (!isDoc(doc) || doc['_id'] === undefined) throw invalid('a document needs its _id');
    checkNames(doc);
    this.catalog.get(collection).insert(doc);
    this.documents++;
  }

  private takeRow(table: string, row: Record<string, z.output<typeof cell>>): void {
    const columns = Object.keys(row);
    const cells = Object.values(row).map((one) =>
      typeof one === 'object' && one !== null ? Buffer.from(one.$binary, 'base64') : one,
    );
    const places = columns.map(() => '?').join(', ');
    this.sqlite.prepare(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${places})`).run(cells);
  }
}
