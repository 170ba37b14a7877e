import type { ReviewItem } from '../../../typings/contract';

const kinds: Readonly<Record<ReviewItem['what'], string>> = {
  name: '一个人的名字',
  avatar: '一个人的头像',
  words: '一班值勤的内容',
};

export const reviews = {
  hint: '机器拿不准的，请您看一看。您点通过以前，只有写的人自己看得到。',
  kinds,
  wrote: '写的',
  lost: '图片看不到了，点不通过，请他重新选一张。',
  mine: '这是您自己写的，请另一位工作人员来看。只有您一位工作人员时，您自己看。',
  pass: '通过',
  fail: '不通过',
  reason: '为什么不通过（他看得到，可以不写）',
  failNow: '确定不通过',
  back: '先不定',
  passed: '通过了，大家看得到了。',
  failed: '没有通过，只有他自己看得到。',
  empty: '没有要审核的。有了会写在这里。',
} as const;
