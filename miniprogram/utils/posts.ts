import type { ShiftCard } from '../../typings/contract';

type Post = ShiftCard['posts'][number];

/** 能直接「我来」的岗位：只有一个适合我、还缺人的。 */
export function onlyOpenPost(posts: readonly Post[]): Post | null {
  const open = posts.filter((post) => post.forMe && post.missing > 0);
  return open.length === 1 ? (open[0] ?? null) : null;
}

/** 先替我选好的岗位：缺人的在前；都满了就选人最多的队员，它在最后。 */
export function suggestedPost<P extends Post>(posts: readonly P[]): P | null {
  const mine = posts.filter((post) => post.forMe);
  return mine.find((post) => post.missing > 0) ?? mine[mine.length - 1] ?? null;
}
