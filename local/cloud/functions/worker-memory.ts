import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

const BYTES_PER_MEGABYTE = 1024 * 1024;
/** Smaller pieces are looked at only between the function's own steps. */
const LARGE = 64 * 1024;
const LOOK_MS = 100;

type Allocate = (...args: unknown[]) => unknown;
type Construct = new (...args: unknown[]) => object;

const BUFFER_MAKERS = ['alloc', 'allocUnsafe', 'allocUnsafeSlow', 'from'];
const BYTES = [
  ...['ArrayBuffer', 'SharedArrayBuffer', 'Uint8Array', 'Int8Array', 'Uint8ClampedArray', 'Uint16Array'],
  ...['Int16Array', 'Uint32Array', 'Int32Array', 'Float32Array', 'Float64Array'],
  ...['BigInt64Array', 'BigUint64Array'],
];

/**
 * The limit that Node sets a worker counts its heap alone: bytes of Buffers and typed arrays lie outside of it, and one
 * function could take the whole machine's. So these are counted here, as they are made and every tenth of a second; what
 * is made in one stretch by other means the host's own watch finds.
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
  for (const name of BUFFER_MAKERS) countCalls(Buffer, name, look);
  countCalls(globalThis, 'structuredClone', look);
  for (const name of BYTES) countMade(name, look);
  setInterval(look, LOOK_MS).unref();
}

/** A proxy, so that it stays what it is: protobufjs calls `Buffer.from` with `new`. */
function countCalls(owner: object, name: string, look: () => void): void {
  const counted = new Proxy(Reflect.get(owner, name) as Allocate, {
    apply: (target, self, args: unknown[]) => {
      if (sizeOf(args[0]) >= LARGE) look();
      return Reflect.apply(target, self, args);
    },
  });
  Object.assign(owner, { [name]: counted });
}

function countMade(name: string, look: () => void): void {
  const counted = new Proxy(Reflect.get(globalThis, name) as Construct, {
    construct: (target, args: unknown[], newTarget) => {
      if (sizeOf(args[0]) >= LARGE) look();
      return Reflect.construct(target, args, newTarget) as object;
    },
  });
  Object.assign(globalThis, { [name]: counted });
}

function sizeOf(size: unknown): number {
  if (typeof size === 'number') return size;
  if (typeof size === 'string' || Array.isArray(size)) return size.length;
  return ArrayBuffer.isView(size) ? size.byteLength : 0;
}
