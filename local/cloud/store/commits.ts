import type { Sqlite } from './sqlite';

interface Held {
  settle: () => void;
  refuse: (reason: unknown) => void;
}

/**
 * Group commit: what arrives together shares one transaction, and nobody is answered before it is on the disk. A read
 * that may have seen an uncommitted write waits as well.
 */
export class Commits {
  private held: Held[] = [];
  private open = false;
  private readonly statements;

  constructor(
    private readonly sqlite: Sqlite,
    private readonly onRollback: () => void,
  ) {
    this.statements = {
      savepoint: sqlite.prepare('SAVEPOINT request'),
      release: sqlite.prepare('RELEASE request'),
      undo: sqlite.prepare('ROLLBACK TO request'),
    };
  }

  read<T>(work: () => T): Promise<T> {
    return this.answer(work);
  }

  write<T>(work: () => T): Promise<T> {
    this.begin();
    return this.answer(() => this.guarded(work));
  }

  /** Commits now what is pending; also for closing. */
  flush(): void {
    if (!this.open) return;
    const waiting = this.held;
    this.held = [];
    this.open = false;
    try {
      this.sqlite.exec('COMMIT');
    } catch (error) {
      this.sqlite.exec('ROLLBACK');
      this.onRollback();
      for (const { refuse } of waiting) refuse(error);
      return;
    }
    for (const { settle } of waiting) settle();
  }

  private begin(): void {
    if (this.open) return;
    this.sqlite.exec('BEGIN IMMEDIATE');
    this.open = true;
    setImmediate(() => this.flush());
  }

  private guarded<T>(work: () => T): T {
    this.statements.savepoint.run();
    try {
      const result = work();
      this.statements.release.run();
      return result;
    } catch (error) {
      this.statements.undo.run();
      this.statements.release.run();
      this.onRollback();
      throw error;
    }
  }

  private answer<T>(work: () => T): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      let settle: () => void;
      try {
        const result = work();
        settle = () => resolve(result);
      } catch (error) {
        settle = () => reject(error instanceof Error ? error : new Error(String(error)));
      }
      if (this.open) this.held.push({ settle, refuse: reject });
      else settle();
    });
  }
}
