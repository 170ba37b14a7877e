import type { StudioDocument } from '../../../typings/documents/studio';
import { _ } from './database';
import { guardedUpdate } from './guarded';

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

/** The first one, once in the studio's life; null where that has happened. */
export function firstStaff(studioId: string, memberId: string, now: number): Promise<StudioDocument | null> {
  return guardedUpdate<StudioDocument>(
    'studios',
    { _id: studioId, setUpAt: null, 'staff.0': _.exists(false) },
    { staff: _.push([memberId]), setUpAt: now },
  );
}
