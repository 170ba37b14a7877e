import type { Avatar } from '../../typings/documents/check';
import type { MemberDocument } from '../../typings/documents/member';
import { askAboutPicture } from './content-security';
import { newFolder } from './ids';
import { lookUpKey } from './secrets';
import { changeAvatar, dropFiles, noteFile } from './store/avatars';
import { addressesOfFiles, removeFiles, cloudIdOf, moveFile } from './files';

const NAME = 'avatar.jpg';

/** Where this person's phone puts a picture: nobody else can know the folder, so what lies in it is theirs. */
export const uploadPath = (memberId: string): string => `uploads/${lookUpKey('avatar', memberId)}/${NAME}`;

/**
 * 换头像：what the phone has put there becomes a file that no phone can write, so what is looked at is what is shown. Null: nothing
 * lies there, or another phone of the person was faster.
 */
export async function takeUpload(member: MemberDocument, now: number): Promise<Avatar | null> {
  const { _id: memberId, openid, avatar = null, files = [] } = member;
  const path = `${newFolder()}/${NAME}`;
  const fileId = await cloudIdOf(path);
  if (!(await noteFile(memberId, fileId))) return null;
  const moved = await moveFile(uploadPath(memberId), path);
  const address = moved ? (await addressesOfFiles([fileId])).get(fileId) : undefined;
  const next: Avatar | null = address
    ? { fileId, state: 'waiting', trace: await askAboutPicture(address, openid), at: now, reason: '' }
    : null;
  const changed = next && (await changeAvatar(memberId, avatar, next));
  await dropFiles(memberId, changed ? files : [fileId]);
  return changed && next;
}

/** 不用头像了。 */
export async function withoutAvatar({ _id, avatar = null, files = [] }: MemberDocument): Promise<boolean> {
  if (avatar && !(await changeAvatar(_id, avatar, null))) return false;
  await dropFiles(_id, files);
  return true;
}

/** Every picture of the person, also one that was put there and never used. */
export async function deletePictures({ _id, files = [] }: MemberDocument): Promise<void> {
  await removeFiles([...files, await cloudIdOf(uploadPath(_id))]);
}
