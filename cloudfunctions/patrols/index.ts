import { serve } from '../platform/serve';

/** 值勤 */
export const main = serve({
  board: () => import('./board'),
  detail: () => import('./detail'),
  mine: () => import('./mine'),
  join: () => import('./join'),
  leave: () => import('./leave'),
  joinFor: () => import('./join-for'),
  leaveFor: () => import('./leave-for'),
  post: () => import('./post'),
  sweep: () => import('./sweep'),
});
