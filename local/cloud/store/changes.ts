import { keyText } from '../values/key';
import type { Doc, Value } from '../values/value';

interface Change {
  version: number;
  key: string;
  before: Doc | undefined;
}

/** Whoever holds a document that has not been decided yet. */
export interface Holder {
  ended: Promise<void>;
}

/** A write outside of transactions waits for the transaction that holds its document, as MongoDB has it. */
export class Held extends Error {
  constructor(readonly by: Holder) {
    super('the document is held by a transaction');
  }
}

/** What documents were before, kept only while a transaction looks at an earlier state. */
export class Changes {
  private log: Change[] = [];
  private readonly byKey = new Map<string, Change[]>();
  private readonly holders = new Map<string, Holder>();
  private version = 0;
  private oldest: number | undefined;
  private gone = 0;

  static keyOf(collection: string, id: Value): string {
    return `${collection}\u0000${keyText(id)}`;
  }

  get now(): number {
    return this.version;
  }

  /** How often something was removed: its traces have to leave the disk. */
  get removals(): number {
    return this.gone;
  }

  removed(): void {
    this.gone++;
  }

  /** Keeps what is needed to see the state at `oldest`; nothing when nobody looks back. */
  watch(oldest: number | undefined): void {
    if (oldest === this.oldest) return;
    this.oldest = oldest;
    const kept = oldest === undefined ? [] : this.log.filter(({ version }) => version > oldest);
    this.log = [];
    this.byKey.clear();
    for (const change of kept) this.keep(change);
  }

  /** Called before a document changes. */
  note(collection: string, id: Value, before: Doc | undefined): void {
    if (this.oldest === undefined) return;
    const key = Changes.keyOf(collection, id);
    const holder = this.holders.get(key);
    if (holder) throw new Held(holder);
    this.keep({ version: ++this.version, key, before });
  }

  changedSince(key: string, version: number): boolean {
    return (this.byKey.get(key)?.at(-1)?.version ?? 0) > version;
  }

  /** The document as it was at a version; `undefined` when it has not changed since. */
  before(key: string, version: number): { doc: Doc | undefined } | undefined {
    const first = this.byKey.get(key)?.find((change) => change.version > version);
    return first && { doc: first.before };
  }

  holderOf(key: string): Holder | undefined {
    return this.holders.get(key);
  }

  hold(key: string, holder: Holder): void {
    this.holders.set(key, holder);
  }

  release(holder: Holder): void {
    for (const [key, other] of this.holders) if (other === holder) this.holders.delete(key);
  }

  mark(): number {
    return this.log.length;
  }

  /** Forgets the changes noted since a mark: they were undone. */
  back(mark: number): void {
    for (const { key } of this.log.splice(mark)) this.byKey.get(key)?.pop();
  }

  private keep(change: Change): void {
    this.log.push(change);
    const same = this.byKey.get(change.key);
    if (same) same.push(change);
    else this.byKey.set(change.key, [change]);
  }
}
