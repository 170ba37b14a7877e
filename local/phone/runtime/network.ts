/** Whether this phone is online; the switch is on the table beside it. */
type Listener = (online: boolean) => void;

const listeners = new Set<Listener>();
let online = new URLSearchParams(location.search).get('network') !== 'off';

export const isOnline = (): boolean => online;

export function setOnline(value: boolean): void {
  if (online === value) return;
  online = value;
  for (const listener of listeners) listener(value);
}

export const onNetworkChange = (listener: Listener): void => void listeners.add(listener);
export const offNetworkChange = (listener: Listener): void => void listeners.delete(listener);
