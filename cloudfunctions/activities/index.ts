import { serve } from '../platform/serve';

/** 活动 */
export const main = serve({
  list: () => import('./list'),
});
