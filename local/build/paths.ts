import { resolve } from 'node:path';

export const ROOT = resolve(__dirname, '../..');
export const CACHE = resolve(ROOT, '.cache/build');
export const DIST_FUNCTIONS = resolve(ROOT, 'dist/cloudfunctions');
