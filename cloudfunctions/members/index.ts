import { serve } from '../platform/serve';

/** 成员：我是谁，首页，工作室。 */
export const main = serve({
  home: () => import('./home'),
  studio: () => import('./studio'),
});
