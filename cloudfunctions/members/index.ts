import { serve } from '../platform/serve';

/** 成员：我是谁，首页，工作室。 */
export const main = serve({
  home: () => import('./home'),
  studio: () => import('./studio'),
  join: () => import('./join'),
  me: () => import('./me'),
  asking: () => import('./asking'),
  confirm: () => import('./confirm'),
  people: () => import('./people'),
  grant: () => import('./grant'),
  setUp: () => import('./set-up'),
  quit: () => import('./quit'),
  myData: () => import('./my-data'),
  correct: () => import('./correct'),
  forget: () => import('./forget'),
  audit: () => import('./audit'),
  grids: () => import('./grids'),
  saveGrid: () => import('./save-grid'),
  dropGrid: () => import('./drop-grid'),
  town: () => import('./town'),
  supervise: () => import('./supervise'),
  invite: () => import('./invite'),
  dismiss: () => import('./dismiss'),
  recount: () => import('./recount'),
});
