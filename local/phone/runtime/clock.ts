/** The clock of the local cloud: it may be moved or stopped, and the app's `Date` follows. */
type CloudClock = { now: number; offset: number; frozen: boolean };

const POLL_MS = 2000;
let offset = 0;
let frozenAt: number | null = null;

export const phoneNow = (): number => frozenAt ?? Date.now() + offset;

/** Reads the cloud's clock now rather than with the next poll. */
export async function followClock(): Promise<void> {
  const response = await fetch('/local/clock').catch(() => null);
  if (!response?.ok) return;
  const clock = (await response.json()) as CloudClock;
  offset = clock.offset;
  frozenAt = clock.frozen ? clock.now : null;
}

export async function startClock(): Promise<void> {
  await followClock();
  setInterval(() => void followClock(), POLL_MS);
}

const RealDate = Date;

/** `Date` as the app's scripts see it. */
export const PhoneDate: DateConstructor = new Proxy(RealDate, {
  construct(target, args: unknown[], newTarget) {
    return Reflect.construct(target, args.length === 0 ? [phoneNow()] : args, newTarget) as Date;
  },
  apply: () => new RealDate(phoneNow()).toString(),
  get(target, name, receiver) {
    return name === 'now' ? phoneNow : (Reflect.get(target, name, receiver) as unknown);
  },
});
