import type { AuditedAction } from '../../../typings/contract/audit';
import type { ErrorCode } from '../../../typings/contract';

export const audit = {
  intro: '只记谁、什么时候、动了哪几样，不记内容。留两年。',
  everything: '所有的事',
  pickAction: '只看哪一种事',
  onlyTheirs: '只看这个人的',
  everybody: '看所有人的',
  empty: '还没有记录。以后谁做了什么，会记在这里。',
  more: '看更早的',
  fields: '动了：',
  ok: '办成了',
  refused: '没办成',
} as const;

/** 每种事怎么说；a new audited action does not compile without its words. */
export const ACTIONS: Readonly<Record<AuditedAction, string>> = {
  'members.confirm': '认老兵',
  'members.correct': '改自己的资料',
  'members.forget': '注销账号',
  'members.grant': '换角色',
  'members.join': '加入工作室',
  'members.myData': '看自己的全部资料',
  'members.quit': '退出工作室',
  'members.setUp': '启用工作室',
  'members.withdraw': '撤回同意',
};

/** 动的是哪几样；one without words is called 别的资料. */
export const FIELDS: Readonly<Record<string, string>> = {
  asking: '等着认的人',
  consent: '同意',
  memberId: '花名册上是谁',
  name: '名字',
  openid: '微信身份',
  phone: '手机号',
  role: '角色',
  roster: '报过的名',
  staff: '工作人员名单',
  studios: '所在工作室',
  veteran: '老兵身份',
};
export const OTHER_FIELD = '别的资料';

export const STANDINGS = {
  here: '',
  away: '不在这个工作室的人',
  gone: '已注销',
  nobody: '没有加入的人',
} as const;

/** 没办成的原因，说给旁人听。 */
export const REFUSALS: Readonly<Partial<Record<ErrorCode, string>>> = {
  bad_code: '码不对',
  forbidden: '没有这个权限',
  last_staff: '是最后一位工作人员',
  not_found: '没有找到',
  not_member: '不是成员',
  taken: '已经认给别人',
  too_many_tries: '试得太多',
  unsafe_text: '没通过安全检查',
};
