import type { Me } from '../../../typings/contract';
import type { Note } from '../../behaviors/joining';
import { me as words } from '../../texts/words/me';

const because = (text: string, reason: string) => (reason ? `${text}原因：${reason}` : text);

/** 名字查到哪一步，别人看到什么。 */
export function nameNote(check: Me['nameCheck']): Note | null {
  if (!check) return null;
  if (check.state !== 'refused') return { tone: 'calm', text: words.nameInCheck };
  return { tone: 'bad', text: because(words.nameRefused, check.reason) };
}

/** 头像查到哪一步。 */
export function avatarNote(avatar: Me['avatar']): Note | null {
  if (!avatar || avatar.state === 'passed') return null;
  if (avatar.state !== 'refused') return { tone: 'calm', text: words.avatarInCheck };
  return { tone: 'bad', text: because(words.avatarRefused, avatar.reason) };
}
