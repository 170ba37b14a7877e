import cloudbase from '@cloudbase/node-sdk';

export const app = cloudbase.init({ env: cloudbase.SYMBOL_CURRENT_ENV });
