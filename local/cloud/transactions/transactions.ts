import { randomUUID } from 'node:crypto';
import type { Catalog } from '../store/catalog';
import type { Commits } from '../store/commits';
import { notExist } from './failures';
import { Transaction } from './transaction';

/** The platform ends a transaction 30 seconds after its start, by its own clock and not by the one that is moved. */
export const TRANSACTION_LIFE_MS = 30_000;

interface Open {
  transaction: Transaction;
  timer: NodeJS.Timeout;
}

/** The transactions that are open; they end with a commit, an abort, any refusal, or their time. */
export class Transactions {
  private readonly open = new Map<string, Open>();

  constructor(
    private readonly catalog: Catalog,
    private readonly commits: Commits,
    private readonly lifeMs = TRANSACTION_LIFE_MS,
  ) {}

  start(): string {
    const id = randomUUID();
    const transaction = new Transaction(
      id,
      this.catalog.changes,
      () => this.watch(),
      (work) => this.commits.rehearse(work),
    );
    const timer = setTimeout(() => this.end(id), this.lifeMs);
    timer.unref();
    this.open.set(id, { transaction, timer });
    return id;
  }

  get(id: unknown): Transaction {
    const found = typeof id === 'string' ? this.open.get(id) : undefined;
    if (found === undefined) throw notExist();
    return found.transaction;
  }

  /** Forgets a transaction, whether it was committed or not. */
  end(id: unknown): void {
    const found = typeof id === 'string' ? this.open.get(id) : undefined;
    if (found === undefined) return;
    clearTimeout(found.timer);
    this.open.delete(String(id));
    found.transaction.over();
    this.watch();
  }

  clear(): void {
    for (const id of [...this.open.keys()]) this.end(id);
  }

  private watch(): void {
    let oldest: number | undefined;
    for (const { transaction } of this.open.values()) {
      const { snapshot } = transaction;
      if (snapshot !== undefined && snapshot < (oldest ?? Infinity)) oldest = snapshot;
    }
    this.catalog.changes.watch(oldest);
  }
}
