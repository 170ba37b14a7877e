import { serve } from '../platform/serve';

/** 活动 */
export const main = serve({
  list: () => import('./list'),
  detail: () => import('./detail'),
  publish: () => import('./publish'),
  join: () => import('./join'),
  leave: () => import('./leave'),
  sweep: () => import('./sweep'),
});
