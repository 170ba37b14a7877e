import type { Sqlite } from './sqlite';

/** A group is closed when nothing more has come for a turn of the loop, or when it is as large as this. */
const LARGEST_GROUP = 64;

interface Held {
  settle: () => void;
  refuse: (reason: unknown) => void;
}

/** What is known outside of the database and follows it when it goes back. */
export interface Follower {
  mark(): number;
  back(mark: number): void;
}

/**
 * Group commit: what arrives together, turn after turn, shares one transaction, and nobody is answered before it is on the disk. A read
 * that may have seen an uncommitted write waits as well.
 */
export class Commits {
  private held: Held[] = [];
  private open = false;
  private began = 0;
  /** How many writes were begun. */
  written = 0;

  constructor(
    private readonly sqlite: Sqlite,
    private readonly follower: Follower,
  ) {}

  read<T>(work: () => T): Promise<T> {
    return this.answer(work);
  }

  write<T>(work: () => T): Promise<T> {
    this.begin();
    this.written++;
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
      // A full disk may have ended it already.
      if (this.sqlite.inTransaction) this.sqlite.exec('ROLLBACK');
      this.follower.back(this.began);
      for (const { refuse } of waiting) refuse(error);
      return;
    }
    for (const { settle } of waiting) settle();
  }

  private begin(): void {
    if (this.open) return;
    this.sqlite.exec('BEGIN IMMEDIATE');
    this.open = true;
    this.began = this.follower.mark();
    this.flushWhenQuiet(0);
  }

  private flushWhenQuiet(seen: number): void {
    setImmediate(() => {
      const { length } = this.held;
      if (!this.open || (length > seen && length < LARGEST_GROUP)) {
        if (this.open) this.flushWhenQuiet(length);
      } else this.flush();
    });
  }

  /** Does the work and takes it back: what it would be refused for is known. Only within a `write`. */
  rehearse(work: () => void): void {
    const mark = this.follower.mark();
    this.sqlite.exec('SAVEPOINT request');
    try {
      work();
    } finally {
      this.undo(mark);
    }
  }

  private guarded<T>(work: () => T): T {
    const mark = this.follower.mark();
    this.sqlite.exec('SAVEPOINT request');
    try {
      const result = work();
      this.sqlite.exec('RELEASE request');
      return result;
    } catch (error) {
      this.undo(mark);
      throw error;
    }
  }

  private undo(mark: number): void {
    this.sqlite.exec('ROLLBACK TO request');
    this.sqlite.exec('RELEASE request');
    this.follower.back(mark);
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
