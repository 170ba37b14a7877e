import type { StudioDocument } from '../../../typings/documents/studio';
import { _ } from './database';
import { filtered, guardedUpdate } from './guarded';

/** 工作人员名单在工作室自己的文档里：最后一位换不掉，由数据库判定。 */

/** Puts somebody on the list; repeating it changes nothing. */
export function addStaff(studioId: string, memberId: string): Promise<StudioDocument | null> {
  return guardedUpdate<StudioDocument>('studios', { _id: studioId }, { staff: _.addToSet(memberId) });
}

/** Takes somebody off while another one stays; null where nobody would, or where they are not on it. */
export function removeStaff(studioId: string, memberId: string): Promise<StudioDocument | null> {
  return guardedUpdate<StudioDocument>(
    'studios',
    { _id: studioId, staff: memberId, 'staff.1': _.exists(true) },
    { staff: _.pull(memberId) },
  );
}

/**
 * Takes somebody off even if nobody is left: who was deleted does not come back for want of a successor. The studio is then as before
 * its set-up, and the deployment's code makes somebody anew.
 */
export async function dismissStaff(studioId: string, memberId: string): Promise<void> {
  if (await removeStaff(studioId, memberId)) return;
  await guardedUpdate<StudioDocument>(
    'studios',
    { _id: studioId, staff: memberId, 'staff.1': _.exists(false) },
    { staff: [], setUpAt: null },
  );
}

/** Of these studios, one that would be left without staff. */
export async function wouldBeWithoutStaff(studioIds: string[], memberId: string): Promise<boolean> {
  if (studioIds.length === 0) return false;
  const { data } = await filtered('studios', {
    _id: _.in(studioIds),
    staff: memberId,
    'staff.1': _.exists(false),
  })
    .field({ _id: true })
    .limit(1)
    .get();
  return data.length > 0;
}

/** The first one, once in the studio's life; null where that has happened. */
export function firstStaff(studioId: string, memberId: string, now: number): Promise<StudioDocument | null> {
  return guardedUpdate<StudioDocument>(
    'studios',
    { _id: studioId, setUpAt: null, 'staff.0': _.exists(false) },
    { staff: _.push([memberId]), setUpAt: now },
  );
}
