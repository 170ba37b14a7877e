import { networkKind, offNetworkChange, onNetworkChange, type NetworkKind } from '../network';
import { listenerPair, wxCall } from './call';

type Change = { isConnected: boolean; networkType: string };
type Listener = (change: Change) => void;

const TYPES: Record<NetworkKind, string> = { normal: 'wifi', slow: '3g', off: 'none' };
const wrapped = new Map<Listener, (kind: NetworkKind) => void>();
const weak = listenerPair<{ weakNet: boolean; networkType: string }>();

onNetworkChange((kind) => weak.emit({ weakNet: kind === 'slow', networkType: TYPES[kind] }));

export const network = {
  getNetworkType: wxCall('getNetworkType', () => ({
    networkType: TYPES[networkKind()],
    weakNet: networkKind() === 'slow',
  })),
  onNetworkStatusChange(listener: Listener): void {
    const inner = (kind: NetworkKind): void =>
      listener({ isConnected: kind !== 'off', networkType: TYPES[kind] });
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
  onNetworkWeakChange: weak.on,
  offNetworkWeakChange: weak.off,
};
