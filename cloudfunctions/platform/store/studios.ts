import type { StudioDocument } from '../../../typings/documents/studio';
import { remember } from '../remember';
import { _ } from './database';
import { filtered } from './guarded';

/** 工作室的固定信息。 */
export const studioById = remember(async (studioId) => {
  const { data } = await filtered('studios', { _id: studioId }).limit(1).get();
  return (data[0] as StudioDocument | undefined) ?? null;
});

/** The names of these studios and of their grids. */
export async function studiosByIds(studioIds: string[]): Promise<StudioDocument[]> {
  const { data } = await filtered('studios', { _id: _.in(studioIds) })
    .field({ name: true, grids: true })
    .limit(100)
    .get();
  return data as StudioDocument[];
}
