import type { Frame } from 'playwright-core';

/** The most of each since the app was opened. */
export interface Counts {
  setDataPerSecond: number;
  /** Bytes of JSON. */
  largestSetData: number;
  /** Of one page. */
  nodes: number;
}

/** `window.__phone` of every phone. */
interface Hooks {
  path(): string;
  stack(): string[];
  open(path: string, scene?: number): void;
  errors(): string[];
  pullDown(): void;
  setNetwork(kind: 'normal' | 'slow' | 'off'): void;
  setTheme(theme: 'light' | 'dark'): void;
  followClock(): Promise<void>;
  counts(): Counts;
}

type PhoneWindow = typeof globalThis & { __phone: Hooks };

/** Asks the phone in this frame, once it has started. */
export async function ask<K extends keyof Hooks>(
  frame: Frame,
  what: K,
  ...given: Parameters<Hooks[K]>
): Promise<Awaited<ReturnType<Hooks[K]>>> {
  await frame.waitForFunction(() => '__phone' in window);
  return (await frame.evaluate(
    ({ name, args }) => {
      const hooks = (window as unknown as PhoneWindow).__phone as unknown as Record<
        string,
        (...args: unknown[]) => unknown
      >;
      return hooks[name]?.(...args);
    },
    { name: what, args: given as unknown[] },
  )) as Awaited<ReturnType<Hooks[K]>>;
}
