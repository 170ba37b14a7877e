import { call, type Outcome, uploadFile } from './cloud';
import { readMe } from './members';
import { currentStudio, noteChange } from './session';

type Changed = Outcome<{ state: string | null }>;

const setAvatar = async (picture: 'uploaded' | 'none'): Promise<Changed> => {
  const outcome = await call('members.setAvatar', { studioId: currentStudio(), picture });
  noteChange();
  return outcome;
};

/** 换头像：先传到只有自己知道的地方，再请服务端收下。 */
export async function changeAvatar(filePath: string): Promise<Changed> {
  const me = await readMe();
  if (!me.ok) return me;
  if (me.data.avatarPath === null) return { ok: false, code: 'not_member' };
  const uploaded = await uploadFile(me.data.avatarPath, filePath);
  return uploaded.ok ? setAvatar('uploaded') : uploaded;
}

/** 不用头像了 */
export const dropAvatar = () => setAvatar('none');
