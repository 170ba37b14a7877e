import type { Sealed } from '../../typings/documents/common';
import { type CollectionName, PERSONAL_DATA } from '../domain/personal-data';
import { keys } from './keys';
import { placeOf, seal, unseal } from './secrets';
import { _ } from './store/database';
import { filtered, guardedUpdate } from './store/guarded';

const PAGE = 100;

export interface Rotated {
  /** Sealed texts that were looked at. */
  sealed: number;
  /** Those that were sealed anew. */
  resealed: number;
  /** Those that an older key still seals: it may not go yet. */
  left: number;
}

type Stored = Record<string, unknown> & { _id: string };

/**
 * 换钥匙：seals every sealed text under the first of `DATA_KEYS`. The functions have to seal with it already. What is sealed with it stays
 * as it is, so a run that broke off is finished by the next one.
 */
export async function rotateKeys(): Promise<Record<CollectionName, Rotated>> {
  const names = Object.keys(PERSONAL_DATA) as CollectionName[];
  const counts = {} as Record<CollectionName, Rotated>;
  for (const name of names) counts[name] = await rotateIn(name);
  return counts;
}

async function rotateIn(name: CollectionName): Promise<Rotated> {
  const total = { sealed: 0, resealed: 0, left: 0 };
  for (let after = ''; ;) {
    const { data } = await filtered(name, { _id: _.gt(after) })
      .orderBy('_id', 'asc')
      .limit(PAGE)
      .get();
    for (const document of data as Stored[]) {
      const all = sealedIn(document);
      const done = await reseal(name, document);
      total.sealed += all.length;
      total.resealed += done;
      total.left += all.filter(isOld).length - done;
    }
    if (data.length < PAGE) return total;
    after = (data as Stored[]).at(-1)?._id ?? '';
  }
}

/** How many fields were sealed anew; one that changed meanwhile is not touched. */
async function reseal(name: CollectionName, { _id, ...fields }: Stored): Promise<number> {
  let done = 0;
  for (const [field, value] of Object.entries(fields)) {
    if (!isSealed(value) || !isOld(value)) continue;
    const place = placeOf(name, _id, field);
    const anew = seal(unseal(value, place), place);
    const guard = { _id, [`${field}.n`]: value.n, [`${field}.k`]: value.k };
    if (await guardedUpdate(name, guard, { [field]: _.set(anew) })) done++;
  }
  return done;
}

const isOld = ({ k }: Sealed) => k !== keys().current;

function isSealed(value: unknown): value is Sealed {
  return typeof value === 'object' && value !== null && Object.keys(value).sort().join() === 'c,k,n';
}

function sealedIn(value: unknown): Sealed[] {
  if (isSealed(value)) return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(sealedIn) : [];
}
