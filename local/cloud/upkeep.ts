import type { Parts } from './parts';
import { Scrub } from './store/scrub';

const CHECK_MS = 2_000;
const EXPIRE_EVERY = 3_600_000;

export interface Upkeep {
  /** Ends it; what was removed is then nowhere in the data folder. */
  finish(): Promise<void>;
}

/** What the cloud does when nobody asks: messages and tickets end with their time, what was removed leaves the disk. */
export function startUpkeep(parts: Parts, unclean: boolean): Upkeep {
  const { sqlite, commits, catalog, clock, outbox, tickets } = parts;
  const scrub = new Scrub(sqlite, commits, catalog.changes, unclean);
  let expiredAt = -Infinity;
  const expire = async (): Promise<void> => {
    const now = clock.now();
    if (Math.abs(now - expiredAt) < EXPIRE_EVERY) return;
    expiredAt = now;
    await commits.write(() => {
      if (outbox.expire(now) + tickets.expire(now) > 0) catalog.changes.removed();
    });
  };
  const interval = setInterval(() => {
    void expire();
    scrub.whenQuiet();
  }, CHECK_MS);
  interval.unref();
  return {
    finish: async () => {
      clearInterval(interval);
      await expire();
      scrub.finish();
    },
  };
}
