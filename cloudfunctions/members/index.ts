import { serve } from '../platform/serve';

/** 成员：我是谁，首页，工作室。 */
export const main = serve(
  {
    home: () => import('./home'),
    studio: () => import('./studio'),
    join: () => import('./join'),
    me: () => import('./me'),
    asking: () => import('./asking'),
    confirm: () => import('./confirm'),
    entry: () => import('./entry'),
    entryPhone: () => import('./entry-phone'),
    issueCode: () => import('./issue-code'),
    unlock: () => import('./unlock'),
    scanIn: () => import('./scan-in'),
    people: () => import('./people'),
    grant: () => import('./grant'),
    setUp: () => import('./set-up'),
    quit: () => import('./quit'),
    myData: () => import('./my-data'),
    correct: () => import('./correct'),
    withdraw: () => import('./withdraw'),
    forget: () => import('./forget'),
    replay: () => import('./replay'),
    audit: () => import('./audit'),
    setAvatar: () => import('./set-avatar'),
    pictureChecked: () => import('./picture-checked'),
    reviews: () => import('./reviews'),
    judge: () => import('./judge'),
  },
  { wxa_media_check: 'pictureChecked' },
);
