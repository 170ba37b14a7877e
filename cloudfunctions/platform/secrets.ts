import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import type { Sealed } from '../../typings/documents/common';
import { keys } from './keys';

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Where a sealed text stands. */
export const placeOf = (collection: string, id: string, field: string) => `${collection} ${id} ${field}`;

/**
 * Encrypts a text under the current key. `about` names what it belongs to (`placeOf`): the text opens only there, so it
 * cannot be moved to another record.
 */
export function seal(text: string, about: string): Sealed {
  const { current, data } = keys();
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, keyOf(data, current), nonce).setAAD(Buffer.from(about));
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  return { k: current, n: nonce.toString('base64url'), c: body.toString('base64url') };
}

/** The text of `seal`; throws where key, place or bytes are not those it was sealed with. */
export function unseal({ k, n, c }: Sealed, about: string): string {
  const body = Buffer.from(c, 'base64url');
  const decipher = createDecipheriv(CIPHER, keyOf(keys().data, k), Buffer.from(n, 'base64url'))
    .setAAD(Buffer.from(about))
    .setAuthTag(body.subarray(-TAG_BYTES));
  return decipher.update(body.subarray(0, -TAG_BYTES), undefined, 'utf8') + decipher.final('utf8');
}

/** A keyed hash for look-ups: the same text always gives the same, and nobody without the key can try texts out. */
export function lookUpKey(
  kind: 'phone' | 'code' | 'scan' | 'tries' | 'erased' | 'entry' | 'avatar',
  text: string,
): string {
  return createHmac('sha256', keys().lookUp).update(`${kind} ${text}`).digest('base64url');
}

function keyOf(data: ReadonlyMap<string, Buffer>, id: string): Buffer {
  const key = data.get(id);
  if (!key) throw new Error(`the data key ${id} is not in DATA_KEYS`);
  return key;
}
