import { CloudError } from '../errors';
import { parseQuery } from '../query/parse';
import { Changes, type Holder } from '../store/changes';
import type { Collection } from '../store/collection';
import type { Documents, Found, Trace } from '../store/documents';
import type { Doc, Value } from '../values/value';
import { SeenDocuments } from './seen-documents';
import { conflict } from './failures';

interface Write {
  collection: Collection;
  id: Value;
  after: Doc | undefined;
}

/** Sees the documents as they were at its first operation, with its own writes over them; nobody else sees these. */
export class Transaction implements Holder {
  readonly ended: Promise<void>;
  /** The version that it sees; its first operation sets it. */
  snapshot: number | undefined;
  private readonly writes: Write[] = [];
  private readonly own = new Map<string, Doc | undefined>();
  private end: () => void = () => undefined;

  constructor(
    readonly id: string,
    private readonly changes: Changes,
    private readonly onSnapshot: () => void,
    private readonly rehearse: (work: () => void) => void,
  ) {
    this.ended = new Promise((done) => (this.end = done));
  }

  documents(collection: Collection): Documents {
    return new SeenDocuments(collection, this);
  }

  read(collection: Collection, id: Value): Doc | undefined {
    const snapshot = this.begin();
    const key = Changes.keyOf(collection.name, id);
    if (this.own.has(key)) return this.own.get(key);
    const before = this.changes.before(key, snapshot);
    return before ? before.doc : stored(collection, id)?.doc;
  }

  /** Refused at once when somebody else has written the document since, or is about to. */
  write(collection: Collection, id: Value, after: Doc | undefined): void {
    const snapshot = this.begin();
    const key = Changes.keyOf(collection.name, id);
    const holder = this.changes.holderOf(key);
    if (this.changes.changedSince(key, snapshot) || (holder && holder !== this)) throw conflict();
    this.writes.push({ collection, id, after });
    this.own.set(key, after);
    this.changes.release(this);
    this.rehearse(() => this.apply());
    for (const own of this.own.keys()) this.changes.hold(own, this);
  }

  /** Whatever the rehearsals did not meet has come from others since. */
  commit(): void {
    this.changes.release(this);
    try {
      this.apply();
    } catch (error) {
      throw error instanceof CloudError ? conflict() : error;
    }
  }

  over(): void {
    this.changes.release(this);
    this.end();
  }

  private begin(): number {
    if (this.snapshot === undefined) {
      this.snapshot = this.changes.now;
      this.onSnapshot();
    }
    return this.snapshot;
  }

  private apply(): void {
    for (const { collection, id, after } of this.writes) {
      const found = stored(collection, id);
      if (after === undefined) {
        if (found) collection.remove(found);
      } else if (found) collection.replace(found, after);
      else collection.insert(after);
    }
  }
}

function stored(collection: Collection, id: Value): Found | undefined {
  const unseen: Trace = { index: '', examined: 0, returned: 0 };
  return collection.find(parseQuery({ _id: id }), unseen, { limit: 1 })[0];
}
