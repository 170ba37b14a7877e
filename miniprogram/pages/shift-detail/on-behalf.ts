import type { ShiftDetail } from '../../../typings/contract';
import { leaveFor, planFor } from '../../services/on-behalf';
import { failureForOther, leftForOther } from '../../texts/on-behalf';
import { postText } from '../../texts/shift';
import { shift as words } from '../../texts/words/shift-detail';
import type { Note } from '../../behaviors/joining';

/** 代报名：先选岗位（只有一个就不问），再到花名册里选人。 */
export async function chooseForOther(detail: ShiftDetail): Promise<void> {
  const post = await postForOther(detail);
  if (post === null) return;
  planFor(detail, post);
  await wx.navigateTo({ url: `/pages/roster/index?pick=${detail.shiftId}` });
}

async function postForOther({ posts, status }: ShiftDetail): Promise<string | null> {
  if (posts.length === 1) return posts[0]?.code ?? null;
  // The post that most people take stands last.
  const offered = [...posts].reverse();
  const picked = await wx
    .showActionSheet({
      alertText: words.whichPost,
      itemList: offered.map((post) => `${post.title}（${postText(post, status)}）`),
    })
    .catch(() => null);
  return (picked && offered[picked.tapIndex]?.code) ?? null;
}

/** 替他退出：别人会受影响，先问一句。Null: they thought better of it. */
export async function leaveForOther(
  shiftId: string,
  { name, post, entry }: { name: string; post: string; entry: string },
): Promise<Note | null> {
  const { confirm } = await wx.showModal({
    title: words.outTitle(name),
    content: words.outAsk,
    confirmText: words.outYes,
    cancelText: words.outNo,
  });
  if (!confirm) return null;
  const outcome = await leaveFor(shiftId, post, entry);
  return outcome.ok
    ? { tone: 'good', text: leftForOther(name, outcome.data.promoted) }
    : { tone: 'bad', text: failureForOther(outcome) };
}
