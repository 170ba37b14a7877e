import type { ErrorCode, Refusal } from '../../typings/contract';
import { hoursText } from '../utils/calendar';

/** 没办成的原因：服务端的拒绝，或者没有网络 */
export type FailureCode = ErrorCode | 'network';
export type Failure = Omit<Refusal, 'code'> & { code: FailureCode };

/** One sentence per code: what happened, and what to do. */
export const SENTENCES: Readonly<Record<FailureCode, string>> = {
  unknown_action: '小程序的版本旧了，请关掉以后重新打开。',
  bad_request: '填的内容有不对的地方，请检查以后再试。',
  bad_text: '文字里有不能用的符号（比如表情），请删掉再试。',
  id_number: '请不要填身份证号，我们不收集身份证号，只写名字就行。',
  too_large: '内容太长了，请写短一些。',
  unsafe_text: '这段文字没有通过安全检查，请换个说法。',
  bad_code: '这个码不对，或者过期了，用过了，请向服务站要一个新的。',
  locked: '这一位的二维码被试错太多次，已经锁住了，请先解锁。',
  too_many_tries: '试的次数太多了，请明天再试，或者给服务站打电话。',
  last_staff: '工作室至少要有一位工作人员，请先请别人来当，再换。',
  last_supervisor: '全镇至少要有一位督查，请先请一位同事来督查，再换。',
  taken: '花名册上的这一位已经认给别人了，请先核对清楚。',
  not_a_sheet: '这个文件不是电子表格，或者加了密码，请在电脑上另存为普通的电子表格，再发来选。',
  sheet_too_large: '表格太大了，请只留花名册那一张，去掉图片和多余的行列，再来导入。',
  no_name_column: '表里没有找到姓名这一列，请在表头写上姓名，再来导入。',
  file_changed: '文件和刚才看过的不一样了，请重新选一次。',
  busy: '有人正在导入花名册，请过一分钟再试。',
  edited: '刚才有人改过这一位，请返回看看新的内容，再改。',
  on_roster: '花名册上已经有这一位了，请先找一找，同名的两个人要写上各自的电话。',
  own_words: '这是您自己写的，请另一位工作人员来看。',
  grid_name_taken: '已经有叫这个名字的网格了，请换一个名字。',
  grid_changed: '这个网格刚有别人改过，请看清现在的样子再改。',
  grid_in_roster: '花名册上还有人在这个网格里，请先给他们换好网格，再撤。',
  grid_in_shifts: '这个网格还有没结束的班次，请等班次过了再撤。',
  no_such_person: '工作室里没有叫这个名字的人，请看看有没有写错。',
  not_member: '您还没有加入工作室，请先加入。',
  forbidden: '这件事由村工作人员来办，请给服务站打电话。',
  not_found: '没有找到，可能已经撤掉了，请返回看看别的。',
  closed: '已经取消了，请看看别的。',
  past: '这个时间已经过了，请换一个。',
  changed: '安排有变动，请看清新的再点。',
  no_such_post: '这里没有这个岗位，请重新选。',
  post_not_for_you: '这个岗位要由老班长来带，请选别的岗位。',
  already_joined: '您已经报过名了，不用再报。',
  not_joined: '您没有报名，不用退出。',
  too_late: '报名已经截止了，想来请给服务站打电话。',
  not_for_you: '这次活动不是这样报名的，请看看写给谁参加。',
  too_many_seats: '带的人太多了，请少带几位再报。',
  answers_missing: '还有要回答的没有答，请补上再报。',
  slot_taken: '这个时段刚被别人约了，请换一个。',
  has_bookings: '咨询台已经有人约了，不能这样改，请先和他们说好。',
  clash: '这个时间您已有别的安排。先退出那一项，才能报这一项。',
  unavailable: '系统一时忙不过来，请过一会儿再试。',
  network: '没有连上网络，请看看网络，再试一次。',
};

export const isErrorCode = (code: unknown): code is ErrorCode =>
  typeof code === 'string' && code !== 'network' && Object.keys(SENTENCES).includes(code);

/** A clash is told with what it clashes with. */
export function failureText({ code, detail }: Failure): string {
  if (code !== 'clash' || !detail) return SENTENCES[code];
  const hours = hoursText(detail.startsAt, detail.endsAt);
  return `这个时间您已报名${detail.title}（${hours}）。先退出那一项，才能报这一项。`;
}
