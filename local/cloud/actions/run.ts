import type { Parts } from '../parts';
import { Held } from '../store/changes';
import type { Trace } from '../store/documents';
import type { Action, Reply } from './request';

type Running = Pick<Parts, 'catalog' | 'commits' | 'clock' | 'transactions'>;
type Body = Record<string, unknown>;

/** Runs an action in the transaction that it names, if any; what it wrote is on the disk when this answers. */
export async function runAction(parts: Running, action: Action, body: Body, trace: Trace): Promise<Reply> {
  const { catalog, commits, clock, transactions } = parts;
  const id = body['transactionId'];
  const work = (): Reply => {
    const transaction = id === undefined ? undefined : transactions.get(id);
    return action.run({ body, catalog, transactions, transaction, now: clock.now(), trace });
  };
  for (;;) {
    try {
      return await (action.writes ? commits.write(work) : commits.read(work));
    } catch (error) {
      if (!(error instanceof Held)) {
        // As in MongoDB, whatever is refused ends the transaction.
        transactions.end(id);
        throw error;
      }
      await error.by.ended;
    }
  }
}
