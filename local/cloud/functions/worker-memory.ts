import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

const BYTES_PER_MEGABYTE = 1024 * 1024;
/** Smaller pieces are looked at only between the function's own steps. */
const LARGE = 64 * 1024;
const LOOK_MS = 100;

type Allocate = (...args: unknown[]) => unknown;

/**
 * The limit that Node sets a worker counts its heap alone: bytes of Buffers and typed arrays lie outside of it, and one
 * function could take the whole machine's. So these are counted here, as they are made and every tenth of a second.
 */
export function watchBytes(limitOf: () => number, onExceeded: () => void): void {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const isOver = (): boolean => {
    const { external, heapUsed } = process.memoryUsage();
    return external + heapUsed > limitOf() * BYTES_PER_MEGABYTE;
  };
  const look = (): void => {
    if (!isOver()) return;
    collect();
    if (isOver()) onExceeded();
  };

  const sizeOf = (size: unknown): number =>
    typeof size === 'number' ? size : typeof size === 'string' || Array.isArray(size) ? size.length : 0;
  for (const name of ['alloc', 'allocUnsafe', 'allocUnsafeSlow', 'from'] as const) {
    const allocate = Reflect.get(Buffer, name) as Allocate;
    // A proxy, so that it stays what it is: protobufjs calls it with `new`.
    const counted = new Proxy(allocate, {
      apply: (target, self, args: unknown[]) => {
        if (sizeOf(args[0]) >= LARGE) look();
        return Reflect.apply(target, self, args);
      },
    });
    Object.assign(Buffer, { [name]: counted });
  }
  for (const name of ['ArrayBuffer', 'Uint8Array', 'Uint32Array', 'Float64Array'] as const) {
    const Real = globalThis[name] as unknown as new (...args: unknown[]) => object;
    const counted = new Proxy(Real, {
      construct: (target, args: unknown[], newTarget) => {
        if (typeof args[0] === 'number' && args[0] >= LARGE) look();
        return Reflect.construct(target, args, newTarget) as object;
      },
    });
    Object.assign(globalThis, { [name]: counted });
  }
  setInterval(look, LOOK_MS).unref();
}
