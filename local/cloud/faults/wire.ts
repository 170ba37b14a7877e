import { setTimeout as sleep } from 'node:timers/promises';
import { CloudError } from '../errors';
import { conflict as conflictError } from '../transactions/failures';
import type { Faults } from './faults';

/** The work is done, but nobody is told: the connection ends without an answer. */
export class LostAnswer extends Error {
  constructor() {
    super('the answer is lost on demand');
  }
}

const WRITES = /^database\.(insert|modify|modifyAndReturn|remove)Doc|^database\.commitTransaction$/;

/**
 * Answers one wire request with what was ordered to go wrong with it. A conflict has the platform's words for one
 * (node-sdk's suite, `test/database/transaction`); only writes and commits can have it.
 */
export async function underFaults<T>(
  faults: Faults,
  action: string,
  work: () => Promise<T>,
  onConflict: () => Promise<unknown> = () => Promise.resolve(),
): Promise<T> {
  const { latency, error, conflict, lost } = faults.draw(action, kindsFor(action));
  if (latency) await sleep(latency.ms);
  if (error) throw new CloudError(error.code, error.message);
  if (conflict) {
    await onConflict();
    throw conflictError();
  }
  const answer = await work();
  if (lost) throw new LostAnswer();
  return answer;
}

function kindsFor(action: string): ('latency' | 'error' | 'lost' | 'conflict')[] {
  return WRITES.test(action) ? ['latency', 'error', 'lost', 'conflict'] : ['latency', 'error', 'lost'];
}
