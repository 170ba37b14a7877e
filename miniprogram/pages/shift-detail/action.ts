import type { ShiftDetail } from '../../../typings/contract';
import { shift as words } from '../../texts/words/shift-detail';
import { suggestedPost } from '../../utils/posts';

/** 底下那一个大按钮：我来、先排队、退出、陌生人的我要参加，或者没有。 */
export interface MainAction {
  kind: 'join' | 'leave' | 'become';
  post: string;
  text: string;
  /** Joining means waiting, or leaving gives the place to somebody who waits: ask first. */
  queues: boolean;
}

/** What the server lets me do here, with the post that I chose or that fits me. `left`: I have just left one. */
export function mainAction(detail: ShiftDetail, chosen: string, left: string): MainAction | null {
  const { mine, can, posts } = detail;
  if (mine && can.includes('patrols.leave')) {
    const waiting = posts.find(({ code }) => code === mine.post)?.waiting ?? 0;
    const queues = mine.state === 'placed' && waiting > 0;
    return { kind: 'leave', post: mine.post, text: words.leave, queues };
  }
  if (can.includes('members.join'))
    return { kind: 'become', post: '', text: words.strangerJoin, queues: false };
  if (mine || !can.includes('patrols.join')) return null;
  const post = posts.find(({ code }) => code === chosen) ?? suggestedPost(posts);
  if (!post) return null;
  const queues = post.missing === 0;
  const verb = queues ? words.queue : words.join;
  const several = posts.filter(({ forMe }) => forMe).length > 1;
  const text = left === post.code ? words.again : several ? `${verb}（${post.title}）` : verb;
  return { kind: 'join', post: post.code, text, queues };
}
