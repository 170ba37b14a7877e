import { invalid } from '../errors';
import type { Action } from './request';

export const addCollection: Action = {
  writes: true,
  run: ({ body, catalog }) => {
    const name = body['collectionName'];
    if (typeof name !== 'string' || name === '') throw invalid('collectionName is missing');
    catalog.add(name);
    return {};
  },
};
