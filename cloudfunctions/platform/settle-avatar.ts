import type { Avatar } from '../../typings/documents/check';
import type { MemberDocument } from '../../typings/documents/member';
import { dropFiles } from './store/avatars';
import { settleAvatar } from './store/checks';

/** 头像看过了：通过、请人看，或者连文件一起去掉。False: it has been changed since. */
export async function settlePicture(
  member: MemberDocument,
  seen: Avatar,
  state: Exclude<Avatar['state'], 'waiting'>,
  reason = '',
): Promise<boolean> {
  const { fileId } = seen;
  const next = { ...seen, state, reason, ...(state === 'refused' && { fileId: '' }) };
  if (!(await settleAvatar(member, seen, next))) return false;
  if (state === 'refused') await dropFiles(member._id, [fileId]);
  return true;
}
