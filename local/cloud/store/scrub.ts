import type { Changes } from './changes';
import type { Commits } from './commits';
import type { Sqlite } from './sqlite';

/** Rewriting more than this would hold up everybody; it waits for the end of the cloud. */
const LARGEST_AT_WORK = 64 * 1024 * 1024;

/**
 * What was removed leaves the disk. `secure_delete` overwrites a removed row where it lies, but a page that was split or merged
 * before may still hold a copy beside its rows (tried: 32 of 6,667), and the log holds what it was given until it is used again. So
 * after a removal the database is written anew, and whenever nobody writes the log is cut to nothing.
 */
export class Scrub {
  private removals: number;
  private written: number;
  private cut: number;

  /** `unclean`: the last cloud was killed, and may have removed something. */
  constructor(
    private readonly sqlite: Sqlite,
    private readonly commits: Commits,
    private readonly changes: Changes,
    unclean: boolean,
  ) {
    this.removals = unclean ? -1 : changes.removals;
    this.written = commits.written;
    this.cut = unclean ? -1 : commits.written;
  }

  /** Called now and then: works only where nothing was written since the last time. */
  whenQuiet(): void {
    const quiet = this.written === this.commits.written;
    this.written = this.commits.written;
    if (quiet) this.run(LARGEST_AT_WORK);
  }

  /** For the end of the cloud: whatever the size. */
  finish(): void {
    this.commits.flush();
    this.run(Infinity);
  }

  private run(largest: number): void {
    const soiled = this.removals !== this.changes.removals && this.size() <= largest;
    if (soiled) {
      this.sqlite.exec('VACUUM');
      this.removals = this.changes.removals;
    }
    if (!soiled && this.cut === this.commits.written) return;
    this.sqlite.pragma('wal_checkpoint(TRUNCATE)');
    this.cut = this.commits.written;
  }

  private size(): number {
    const number = (name: string) => (this.sqlite.prepare(`PRAGMA ${name}`).raw().get([]) as [number])[0];
    return number('page_count') * number('page_size');
  }
}
