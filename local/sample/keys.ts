import { createHash } from 'node:crypto';

const sampleKey = (name: string) => createHash('sha256').update(`huayuan ${name}`).digest('base64url');

/** What a deployment puts into the functions' environment; keys that everybody may know, for a village that does not exist. */
export const SAMPLE_ENVIRONMENT = {
  DATA_KEYS: `sample:${sampleKey('data')}`,
  LOOKUP_KEY: sampleKey('look-up'),
  SETUP_CODE: 'huayuan-898',
  TOWN_SETUP_CODE: 'sample-town=town-898,town-sample=town-898',
};
