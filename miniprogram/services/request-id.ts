const LETTERS = '0123456789abcdefghijklmnopqrstuvwxyz';
const LENGTH = 24;

/** Made once per intention; whoever repeats the call repeats the id. */
export const newRequestId = () =>
  Array.from({ length: LENGTH }, () => LETTERS.charAt(Math.floor(Math.random() * LETTERS.length))).join('');

const open = new Map<string, string>();

/** The id of an intention: the same one until its answer is known. */
export function requestIdOf(intention: string): string {
  const id = open.get(intention) ?? newRequestId();
  open.set(intention, id);
  return id;
}

/** The answer is known: the next tap is a new intention. */
export function settle(intention: string): void {
  open.delete(intention);
}
