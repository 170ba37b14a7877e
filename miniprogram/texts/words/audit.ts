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
  'activities.cancel': '取消活动',
  'activities.change': '改活动',
  'activities.give': '把空位给人',
  'activities.resize': '改活动名额',
  'members.confirm': '认老兵',
  'members.correct': '改自己的资料',
  'members.dismiss': '请一位督查离开',
  'members.dropGrid': '撤网格',
  'members.entryPhone': '看花名册上的电话',
  'members.forget': '注销账号',
  'members.grant': '换角色',
  'members.invite': '请一位督查',
  'members.issueCode': '出示加入的二维码',
  'members.join': '加入工作室',
  'members.judge': '审核名字、头像、文字',
  'members.myData': '看自己的全部资料',
  'members.quit': '退出工作室',
  'members.saveGrid': '改网格',
  'members.scanIn': '扫码加入',
  'members.setAvatar': '换头像',
  'members.setUp': '启用工作室',
  'members.supervise': '当镇级督查',
  'members.unlock': '解锁二维码',
  'members.withdraw': '撤回同意',
  'patrols.leaveFor': '替人退出',
  'roster.erase': '从花名册上删掉',
  'roster.export': '导出花名册',
  'roster.import': '导入花名册',
  'roster.save': '改花名册',
};

/** 动的是哪几样；one without words is called 别的资料. */
export const FIELDS: Readonly<Record<string, string>> = {
  address: '住址',
  asking: '等着认的人',
  avatar: '头像',
  code: '二维码',
  consent: '同意',
  discharged: '退役时间',
  enlisted: '入伍时间',
  form: '活动内容',
  given: '空出来的位子',
  gridId: '网格',
  households: '户数',
  lanes: '弄堂',
  leader: '网格长',
  memberId: '花名册上是谁',
  name: '名字',
  openid: '微信身份',
  phone: '手机号',
  reason: '原因',
  role: '角色',
  roster: '报过的名',
  seats: '名额',
  staff: '工作人员名单',
  state: '办不办',
  studios: '所在工作室',
  supervises: '督查',
  supervisors: '督查名单',
  words: '文字',
  invite: '邀请',
  grids: '网格',
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
  locked: '码锁住了',
  last_staff: '是最后一位工作人员',
  not_found: '没有找到',
  not_member: '不是成员',
  taken: '已经认给别人',
  too_many_tries: '试得太多',
  unsafe_text: '没通过安全检查',
};
