import type { Standing } from '../../typings/contract';
import { hoursText } from '../utils/calendar';
import type { Failure, FailureCode } from './errors';
import { SENTENCES } from './errors';

/** 替别人办的时候，说的是他，不是您。 */
const OF_OTHERS: Partial<Record<FailureCode, string>> = {
  already_joined: '他已经报过名了，不用再报。',
  not_joined: '他没有报这一班，不用退出。',
  post_not_for_you: '这个岗位要由老班长来带，请给他选别的岗位。',
  clash: '这个时间他已有别的安排。先替他退出那一项，才能报这一项。',
  not_found: '没有找到，可能已经撤掉了，请返回再看看。',
};

export function failureForOther({ code, detail }: Failure): string {
  if (code !== 'clash' || !detail) return OF_OTHERS[code] ?? SENTENCES[code];
  const hours = hoursText(detail.startsAt, detail.endsAt);
  return `这个时间他已报名${detail.title}（${hours}）。先替他退出那一项，才能报这一项。`;
}

/** 代报名以后，他的位置 */
export function standingOfOther(name: string, { state, ahead, postTitle }: Standing): string {
  return state === 'placed'
    ? `${name}报上了：${postTitle}。请转告他时间和地点。`
    : `${name}在排队，排在第 ${ahead + 1} 位，有人退出就轮到他。`;
}

export const leftForOther = (name: string, promoted: number) =>
  promoted > 0 ? `已替${name}退出，由排队的人补上。` : `已替${name}退出。`;
