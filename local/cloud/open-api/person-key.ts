import { createHash } from 'node:crypto';

/**
 * How the cloud's own tables name a person: WeChat knows whom a consent or a message is for, but no identity may stay in the data
 * folder when its member is forgotten. An openid has too many possibilities to be tried out.
 */
export const personKey = (openid: string): string =>
  createHash('sha256').update(`person ${openid}`).digest('base64url');
