import { isOnline, offNetworkChange, onNetworkChange } from '../network';
import { wxCall } from './call';

type Change = { isConnected: boolean; networkType: string };
type Listener = (change: Change) => void;

const networkType = (online: boolean): string => (online ? 'wifi' : 'none');
const wrapped = new Map<Listener, (online: boolean) => void>();

export const network = {
  getNetworkType: wxCall('getNetworkType', () => ({ networkType: networkType(isOnline()), weakNet: false })),
  onNetworkStatusChange(listener: Listener): void {
    const inner = (online: boolean): void =>
      listener({ isConnected: online, networkType: networkType(online) });
    wrapped.set(listener, inner);
    onNetworkChange(inner);
  },
  offNetworkStatusChange(listener?: Listener): void {
    for (const [given, inner] of [...wrapped]) {
      if (listener && given !== listener) continue;
      wrapped.delete(given);
      offNetworkChange(inner);
    }
  },
  onNetworkWeakChange: () => undefined,
  offNetworkWeakChange: () => undefined,
};
