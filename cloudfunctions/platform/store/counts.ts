import type { StudioDocument } from '../../../typings/documents/studio';
import { _ } from './database';
import { filtered } from './guarded';

type Counted = Pick<StudioDocument, '_id' | 'veterans'>;

const PAGE = 50;

/** Studios by id, after `after`, with what was counted last. */
export async function studiosAfter(after: string): Promise<Counted[]> {
  const { data } = await filtered('studios', { _id: _.gt(after) })
    .field({ veterans: true })
    .orderBy('_id', 'asc')
    .limit(PAGE)
    .get();
  return data as Counted[];
}

/** Counts a studio's roster by its index and keeps the number where it has changed. True: it has. */
export async function recountVeterans({ _id, veterans }: Counted): Promise<boolean> {
  const { total } = (await filtered('rosterEntries', { studioId: _id }).count()) as { total?: number };
  if (total === undefined || total === veterans) return false;
  await filtered('studios', { _id }).update({ veterans: total });
  return true;
}
