import type { Action } from '../actions/request';
import { notExist } from './failures';

export const startTransaction: Action = {
  writes: false,
  run: ({ transactions }) => ({ transactionId: transactions.start() }),
};

export const commitTransaction: Action = {
  writes: true,
  run: ({ transactions, transaction }) => {
    if (transaction === undefined) throw notExist();
    transaction.commit();
    transactions.end(transaction.id);
    return {};
  },
};

export const abortTransaction: Action = {
  writes: false,
  run: ({ transactions, transaction }) => {
    if (transaction === undefined) throw notExist();
    transactions.end(transaction.id);
    return {};
  },
};
