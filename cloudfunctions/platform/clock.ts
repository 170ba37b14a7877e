/** The only reader of the time; use cases are given `now`. */
export const now = (): number => Date.now();

/** Milliseconds since it was made: how long a call has been at work. */
export function stopwatch(): () => number {
  const from = performance.now();
  return () => performance.now() - from;
}
