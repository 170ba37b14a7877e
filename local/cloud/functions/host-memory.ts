const BYTES_PER_MEGABYTE = 1024 * 1024;
const LOOK_MS = 100;
/** The process itself, and an instance that does nothing. */
const PROCESS_MB = 192;
const AT_REST_MB = 64;
/** A garbage collector is late; the worker's own count is exact. */
const TOLERATED = 2;

/** An instance as the watch sees it. */
export interface Watched {
  memoryMb: number;
  running: boolean;
  /** How much of the time since the last look its thread was at work, from 0 to 1. */
  workload: () => number;
  /** Ends it for having taken too much. */
  exceed: () => Promise<unknown>;
}

/**
 * The whole process's memory: bytes made in one stretch by ways that a worker does not count (WebAssembly, a copy of an
 * array, random bytes) are seen here, and the newest instance that lets nobody else come to a word is ended.
 */
export function watchProcess(instances: Set<Watched>): void {
  let ending = false;
  setInterval(() => {
    const all = [...instances];
    const hogs = all.filter((one) => one.workload() > 0.95 && one.running);
    const allowed = all.reduce(
      (sum, one) => sum + (one.running ? AT_REST_MB + one.memoryMb * TOLERATED : AT_REST_MB),
      PROCESS_MB,
    );
    const hog = hogs.at(-1);
    if (ending || hog === undefined || process.memoryUsage.rss() <= allowed * BYTES_PER_MEGABYTE) return;
    ending = true;
    void hog.exceed().finally(() => (ending = false));
  }, LOOK_MS).unref();
}
