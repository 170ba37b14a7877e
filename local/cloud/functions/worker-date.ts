import type { ClockState } from '../clock/clock';

const RealDate = Date;
let state: ClockState = { offset: 0, frozenAt: null };

export function setClock(next: ClockState): void {
  state = next;
}

function now(): number {
  return state.frozenAt ?? RealDate.now() + state.offset;
}

/** The functions' `Date`: the cloud's clock where nothing else is asked for. */
export function replaceDate(): void {
  const replaced = new Proxy(RealDate, {
    construct: (target, args: unknown[], newTarget) =>
      Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget) as object,
    apply: () => new RealDate(now()).toString(),
    get: (target, key): unknown => (key === 'now' ? now : Reflect.get(target, key)),
  });
  RealDate.prototype.constructor = replaced;
  globalThis.Date = replaced;
}
