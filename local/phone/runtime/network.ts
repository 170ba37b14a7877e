/** How well this phone is connected; the choice is on the table beside it. */
export type NetworkKind = 'normal' | 'slow' | 'off';
type Listener = (kind: NetworkKind) => void;

/** A village road on a busy evening: half a second there and back, 16 KB a second. */
const SLOW_LATENCY_MS = 250;
const SLOW_BYTES_PER_MS = 16;
const STEP_MS = 200;

const KINDS: readonly string[] = ['normal', 'slow', 'off'] satisfies NetworkKind[];
const listeners = new Set<Listener>();
const asked = new URLSearchParams(location.search).get('network') ?? 'normal';
let kind: NetworkKind = isKind(asked) ? asked : 'normal';

function isKind(text: string): text is NetworkKind {
  return KINDS.includes(text);
}

export const networkKind = (): NetworkKind => kind;
export const isOnline = (): boolean => kind !== 'off';

export function setNetwork(value: NetworkKind): void {
  if (!isKind(value)) throw new Error(`a network is one of ${KINDS.join(', ')}, not ${String(value)}`);
  if (kind === value) return;
  kind = value;
  for (const listener of listeners) listener(value);
}

export const setOnline = (online: boolean): void => setNetwork(online ? 'normal' : 'off');

/**
 * As long as so many bytes are on their way in one direction; whoever sends or receives waits for it.
 * Another network ends the wait at once: what follows goes its way, or fails.
 */
export async function travel(bytes: number, arrived?: (bytes: number) => void): Promise<void> {
  if (kind !== 'slow') return;
  await pause(SLOW_LATENCY_MS);
  for (let sent = 0; sent < bytes && networkKind() === 'slow';) {
    const part = Math.min(bytes - sent, STEP_MS * SLOW_BYTES_PER_MS);
    await pause(part / SLOW_BYTES_PER_MS);
    sent += part;
    arrived?.(sent);
  }
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

export const onNetworkChange = (listener: Listener): void => void listeners.add(listener);
export const offNetworkChange = (listener: Listener): void => void listeners.delete(listener);
