import { reportError } from '../error-log';

/** Options of a WeChat call, with its callbacks. */
export type Options = Record<string, unknown> & {
  success?: (result: never) => void;
  fail?: (error: never) => void;
  complete?: (result: never) => void;
};

export class WxError extends Error {
  constructor(
    readonly errMsg: string,
    readonly errCode?: number,
    readonly errno?: number,
  ) {
    super(errMsg);
  }

  /** The object that a `fail` callback receives. */
  toResult(): { errMsg: string; errCode?: number; errno?: number } {
    const { errMsg, errCode, errno } = this;
    return {
      errMsg,
      ...(errCode === undefined ? {} : { errCode }),
      ...(errno === undefined ? {} : { errno }),
    };
  }
}

/**
 * A call in WeChat's manner: with `success`, `fail` or `complete` it calls them and answers nothing,
 * without them it answers a promise.
 */
export function wxCall<O extends object, R extends object | void>(
  name: string,
  work: (options: O) => R | Promise<R>,
): (options?: O & Options) => Promise<object> | undefined {
  return (options) => {
    const given = options ?? ({} as O & Options);
    const { success, fail, complete } = given as Options;
    const run = async (): Promise<object> => {
      try {
        return { errMsg: `${name}:ok`, ...(await work(given)) };
      } catch (error) {
        if (error instanceof WxError) throw error;
        throw new WxError(`${name}:fail ${error instanceof Error ? error.message : String(error)}`);
      }
    };
    const promise = run();
    if (!success && !fail && !complete) return promise;
    promise.then(
      (result) => settle(name, [success, complete], result),
      (error: WxError) => settle(name, [fail, complete], error.toResult()),
    );
    return undefined;
  };
}

function settle(name: string, callbacks: (((value: never) => void) | undefined)[], value: object): void {
  for (const callback of callbacks) {
    try {
      callback?.(value as never);
    } catch (error) {
      reportError(error, `callback of wx.${name}`);
    }
  }
}

/** A pair of `onX` and `offX`. */
export function listenerPair<T>(): {
  on: (listener: (value: T) => void) => void;
  off: (listener?: (value: T) => void) => void;
  emit: (value: T) => void;
} {
  const listeners = new Set<(value: T) => void>();
  return {
    on: (listener) => void listeners.add(listener),
    off: (listener) => {
      if (listener) listeners.delete(listener);
      else listeners.clear();
    },
    emit: (value) => [...listeners].forEach((listener) => listener(value)),
  };
}
