import { join, resolve } from 'node:path';

export const ROOT = resolve(__dirname, '../../..');
/** The mini-program as miniprogram-simulate can read it: scripts as CommonJS, TDesign by absolute path. */
export const BUILT = join(ROOT, '.cache/components');
