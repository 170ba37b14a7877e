import type { Avatar } from '../../../typings/documents/check';
import type { MemberDocument } from '../../../typings/documents/member';
import { _ } from './database';
import { removeFiles } from '../files';
import { filtered, guardedUpdate } from './guarded';

/** Notes a file before it is made; whatever crashes, it can be found and deleted. */
export function noteFile(memberId: string, fileId: string): Promise<MemberDocument | null> {
  return guardedUpdate<MemberDocument>('members', { _id: memberId }, { files: _.push([fileId]) });
}

/** Changes the avatar that was seen; null where another phone of the person was faster. */
export function changeAvatar(
  memberId: string,
  seen: Avatar | null,
  next: Avatar | null,
): Promise<MemberDocument | null> {
  const guard = seen
    ? { 'avatar.fileId': seen.fileId, 'avatar.state': seen.state, 'avatar.at': seen.at }
    : { avatar: null };
  return guardedUpdate<MemberDocument>(
    'members',
    { _id: memberId, ...guard },
    { avatar: next ? _.set(next) : null },
  );
}

/** The files first: what is still noted is still there. */
export async function dropFiles(memberId: string, fileIds: string[]): Promise<void> {
  if (fileIds.length === 0) return;
  await removeFiles(fileIds);
  await filtered('members', { _id: memberId }).update({ files: _.pullAll(fileIds) });
}
