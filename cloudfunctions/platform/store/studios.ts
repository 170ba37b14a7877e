import type { StudioDocument } from '../../../typings/documents/studio';
import { remember } from '../remember';
import { filtered } from './guarded';

/** 工作室的固定信息。 */
export const studioById = remember(async (studioId) => {
  const { data } = await filtered('studios', { _id: studioId }).limit(1).get();
  return (data[0] as StudioDocument | undefined) ?? null;
});
