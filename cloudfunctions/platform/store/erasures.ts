import type { ErasureDocument } from '../../../typings/documents/erasure';
import { _ } from './database';
import { filtered, insertOnce } from './guarded';

/** 注销登记：删之前先记下编号。Repeating it changes nothing. */
export async function noteErasure(_id: string, kind: ErasureDocument['kind'], at: number): Promise<void> {
  await insertOnce('erasures', { _id, kind, at } satisfies ErasureDocument);
}

/** Who and what was erased, by id, after `after`. */
export async function erasuresAfter(after: string, most: number): Promise<ErasureDocument[]> {
  const { data } = await filtered('erasures', { _id: _.gt(after) })
    .orderBy('_id', 'asc')
    .limit(most)
    .get();
  return data as ErasureDocument[];
}

/** Who was erased since: something that was under way may have named them once more. */
export async function erasedSince(since: number, most: number): Promise<ErasureDocument[]> {
  const { data } = await filtered('erasures', { at: _.gte(since) })
    .limit(most)
    .get();
  return data as ErasureDocument[];
}
