/** Words that stand on a screen as they are. */
export const common = {
  name: '老班长工作室',
  retry: '再试一次',
  refresh: '看最新的',
  offline: '没有网络，下面是刚才的内容',
  call: '☎ 打服务站电话',
  go: '›',
} as const;

export const stepper = { less: '减一', more: '加一' } as const;

export const home = {
  places: '处',
  next: '下一班',
  gaps: '今天还缺人',
  allGaps: '看全部',
  noGaps: '今天的班都齐了，谢谢大家。',
  sessions: '最近的活动',
  noSessions: '最近没有活动，有了会写在这里。',
  workbench: '今天要办的',
  shiftsWithGaps: '班次缺人',
  look: '去看',
  post: '发值勤',
  strangerTitle: '老班长工作室',
  stranger: '村里老兵报名值勤、参加活动的地方。哪里缺人，什么时候去，一看就知道。',
  register: '还没有登记？请到村委会老兵服务站登记，带上身份证就行，五分钟办好。',
} as const;

export const duty = {
  elder: '长辈版',
  post: '发值勤',
  empty: '今天和明天都没有班次。村里发了值勤，会写在这里。',
  groups: { gap: '缺人的', full: '都齐了的', done: '结束和取消的' },
} as const;

export const activities = { empty: '最近没有活动。村里发了活动，会写在这里。' } as const;

export const mine = {
  coming: '要去的',
  past: '去过的',
  none: '您还没有报名值勤。到「值勤」里看看哪里缺人。',
  toBoard: '去看哪里缺人',
} as const;

export const me = {
  duties: '我的值勤',
  elder: '长辈版',
  elderHint: '字大一些，按钮大一些',
  village: '所在工作室',
  station: '服务站',
} as const;

export const shift = {
  who: '谁来',
  nobody: '还没有人报名',
  me: '（您）',
  bring: '要带：',
  choose: '选一个岗位',
  join: '我来',
  queue: '先排队',
  leave: '退出',
  again: '又想来了？重新报名',
  tell: '轮到我时告诉我',
  leaveTitle: '有人在排队',
  leaveAsk: '您一退出，他就补上。您再想来，要排到最后。',
  leaveYes: '确定退出',
  leaveNo: '再想想',
  toldYes: '好，轮到您会发微信消息。',
  toldNo: '没有开通消息。轮到您时，服务站会打电话。',
  waiting: '排队的',
  left: '退出的',
  toRing: '要打电话告诉的',
} as const;

export const post = {
  work: '做什么',
  grid: '在哪个网格',
  pick: '请选',
  date: '哪一天',
  start: '几点开始',
  end: '几点结束',
  nextDay: '次日',
  members: '要几个队员',
  leaders: '几个带队',
  place: '在哪里集合',
  placeHint: '比如：村委会门口',
  bring: '要带什么（可以不写）',
  bringHint: '比如：反光背心、手电',
  send: '发出去',
  people: '人',
  problems: {
    grid: '请选一个网格。',
    end: '结束要比开始晚。',
    past: '开始的时间已经过了，请换一个。',
    place: '请写在哪里集合。',
  },
} as const;
