import { serve } from '../platform/serve';

/** 活动 */
export const main = serve({
  list: () => import('./list'),
  detail: () => import('./detail'),
  publish: () => import('./publish'),
  change: () => import('./change'),
  resize: () => import('./resize'),
  give: () => import('./give'),
  cancel: () => import('./cancel'),
  join: () => import('./join'),
  leave: () => import('./leave'),
  book: () => import('./book'),
  unbook: () => import('./unbook'),
  sweep: () => import('./sweep'),
});
