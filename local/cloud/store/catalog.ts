import { CloudError, failed, invalid } from '../errors';
import type { IndexSpec } from '../plan/index-spec';
import { Changes } from './changes';
import { Collection, type Stored } from './collection';
import type { Declaration } from './declaration';
import { Meta } from './meta';
import type { Sqlite } from './sqlite';

/** So that no name is one of JavaScript's own, or too long to be shown. */
const NAME = /^\p{L}[\p{L}\p{N}_-]{0,119}$/u;

interface Recorded {
  nextTable: number;
  collections: Record<string, Stored>;
}

/** Which collections there are and in which tables they lie; follows the declaration when the cloud opens. */
export class Catalog {
  readonly changes = new Changes();
  private readonly meta: Meta;
  private readonly collections = new Map<string, Collection>();
  private nextTable: number;

  constructor(
    private readonly sqlite: Sqlite,
    private readonly declaration: Declaration,
  ) {
    this.meta = new Meta(sqlite);
    const recorded = this.recorded();
    this.nextTable = recorded.nextTable;
    sqlite.exec('BEGIN IMMEDIATE');
    for (const [name, stored] of Object.entries(recorded.collections)) {
      if (declaration.has(name) || stored.added) this.open(name, stored);
    }
    for (const [name, indexes] of declaration) this.follow(name, indexes, recorded.collections[name]);
    this.save(recorded.collections);
    sqlite.exec('COMMIT');
  }

  get(name: string): Collection {
    const found = this.collections.get(name);
    if (found) return found;
    throw new CloudError(
      'DATABASE_COLLECTION_NOT_EXIST',
      `[ResourceNotFound] Db or Table not exist: ${name}. Please check your request, but if the problem cannot be solved, declare it in collections.json`,
    );
  }

  names(): string[] {
    return [...this.collections.keys()];
  }

  /** `createCollection`: has only its `_id`, and nothing is refused for want of an index. */
  add(name: string): void {
    if (!NAME.test(name))
      throw invalid('a collection is named by a letter, then at most 119 letters, digits, _ and -');
    if (this.collections.has(name)) throw failed(`[ResourceInUse] Table exist: ${name}`);
    const stored: Stored = { table: this.newTable(), added: true, indexes: [] };
    Collection.createTable(this.sqlite, stored.table);
    this.open(name, stored);
    this.save();
  }

  save(others: Record<string, Stored> = this.recorded().collections): void {
    const collections = { ...others };
    for (const [name, collection] of this.collections) collections[name] = collection.stored();
    this.meta.put('catalog', { nextTable: this.nextTable, collections } satisfies Recorded);
  }

  mark(): number {
    return this.changes.mark();
  }

  /** After a rollback: what was learnt of arrays and what was added may be gone again. */
  back(mark: number): void {
    this.changes.back(mark);
    const recorded = new Map(Object.entries(this.recorded().collections));
    for (const [name, collection] of this.collections) {
      const stored = recorded.get(name);
      if (stored) collection.restore(stored);
      else this.collections.delete(name);
    }
  }

  private recorded(): Recorded {
    return (this.meta.get('catalog') as Recorded | undefined) ?? { nextTable: 1, collections: {} };
  }

  private open(name: string, stored: Stored): void {
    const strict = this.declaration.has(name);
    const collection = new Collection(this.sqlite, name, stored, strict, this.changes, () => this.save());
    this.collections.set(name, collection);
  }

  private follow(name: string, specs: IndexSpec[], stored: Stored | undefined): void {
    if (stored === undefined) {
      const table = this.newTable();
      Collection.createTable(this.sqlite, table);
      this.open(name, { table, added: false, indexes: [] });
    }
    this.get(name).follow(specs, () => this.newTable());
  }

  private newTable(): string {
    return `t${this.nextTable++}`;
  }
}
