import { serve } from '../platform/serve';

/** 花名册：the only function that carries the spreadsheet library and the readings of characters. */
export const main = serve({
  search: () => import('./search'),
  entry: () => import('./entry'),
  save: () => import('./save'),
  erase: () => import('./erase'),
  upload: () => import('./upload'),
  preview: () => import('./preview'),
  import: () => import('./import'),
  export: () => import('./export'),
  sweep: () => import('./sweep'),
});
