import type { MemberDocument } from '../../typings/documents/member';
import type { People } from './people';

/** One line of the local phone's switcher. */
export interface Person {
  openid: string;
  name: string;
  label: string;
}

/** People with a part of their own in the sample. */
export interface Cast {
  clerk: MemberDocument;
  leader: MemberDocument;
  /** Is on duty tonight. */
  onDuty: MemberDocument;
  /** Waits for a place tonight. */
  waiting: MemberDocument;
  /** Has no duty yet. */
  idle: MemberDocument;
  volunteer: MemberDocument;
}

export function castOf({ clerks, squadLeaders, veterans, volunteers }: People): Cast {
  const [clerk] = clerks;
  const [leader] = squadLeaders;
  const [onDuty, waiting, idle] = veterans;
  const [volunteer] = volunteers;
  if (!clerk || !leader || !onDuty || !waiting || !idle || !volunteer)
    throw new Error('too few sample people');
  return { clerk, leader, onDuty, waiting, idle, volunteer };
}

export function switcherOf({ clerk, leader, onDuty, waiting, idle, volunteer }: Cast): Person[] {
  const labelled: [MemberDocument, string][] = [
    [onDuty, '退役军人 · 今晚有班'],
    [idle, '退役军人 · 还没报名'],
    [waiting, '退役军人 · 正在排队'],
    [leader, '老班长'],
    [clerk, '村工作人员'],
    [volunteer, '志愿者'],
  ];
  return [
    ...labelled.map(([{ openid, name }, label]) => ({ openid, name, label })),
    { openid: 'sample-stranger', name: '过路人', label: '还没有加入' },
  ];
}
