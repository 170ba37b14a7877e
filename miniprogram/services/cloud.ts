import type { ActionName, Request, Response } from '../../typings/contract';
import { config } from '../config';
import type { Failure, FailureCode } from '../texts/errors';
import { readAnswer } from './answer';

export type Outcome<T> = { ok: true; data: T } | Failure;

/** How long a call may stay without an answer. */
const PATIENCE = 15_000;
/** A file may be on its way for longer. */
const PATIENCE_FOR_FILES = 60_000;
/** CloudBase's own error numbers: the platform was reached, so it is not the network. */
const PLATFORM_ERRORS = -100_000;

export function openCloud(): void {
  wx.cloud.init({ env: config.envId, traceUser: false });
}

/**
 * Asks a cloud function. What got no answer is asked once more in silence: reads change nothing, and a write
 * carries the same request id, so it happens once.
 */
export async function call<A extends ActionName>(action: A, data: Request<A>): Promise<Outcome<Response<A>>> {
  const first = await ask(action, data);
  return gotNoAnswer(first) ? ask(action, data) : first;
}

/** Nobody knows whether such a write happened. */
export const gotNoAnswer = (outcome: { ok: boolean; code?: FailureCode }) =>
  outcome.code === 'network' || outcome.code === 'unavailable';

async function ask<A extends ActionName>(action: A, data: Request<A>): Promise<Outcome<Response<A>>> {
  const name = action.slice(0, action.indexOf('.'));
  try {
    const { result } = await inTime(wx.cloud.callFunction({ name, data: { action, data } }));
    return readAnswer(action, result);
  } catch (cause) {
    return { ok: false, code: codeOf(cause) };
  }
}

/** Brings a file of this phone to the cloud's storage; answers what it is called there. */
export async function uploadFile(cloudPath: string, filePath: string): Promise<Outcome<string>> {
  try {
    const { fileID } = await inTime(wx.cloud.uploadFile({ cloudPath, filePath }), PATIENCE_FOR_FILES);
    return { ok: true, data: fileID };
  } catch (cause) {
    return { ok: false, code: codeOf(cause) };
  }
}

function codeOf(cause: unknown): FailureCode {
  const number = (cause as { errCode?: unknown } | null)?.errCode;
  return typeof number === 'number' && number < PLATFORM_ERRORS ? 'unavailable' : 'network';
}

function inTime<T>(calling: Promise<T>, patience = PATIENCE): Promise<T> {
  let timer!: ReturnType<typeof setTimeout>;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('no answer in time')), patience);
  });
  return Promise.race([calling, late]).finally(() => clearTimeout(timer));
}
