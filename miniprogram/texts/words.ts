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
  people: '工作室的人，认老兵',
  strangerTitle: '老班长工作室',
  stranger: '村里老兵报名值勤、参加活动的地方。哪里缺人，什么时候去，一看就知道。',
  join: '加入工作室',
  joinHint: '写个名字就行，一分钟办好。不会用手机的，请到老兵服务站，当面给您办。',
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
  privacy: '隐私说明',
  phone: '留的手机号',
  noPhone: '没有留',
  quit: '退出工作室',
  quitTitle: '要退出工作室吗',
  quitAsk: '您报的班会让给别人，您的名字不再出现在这里。以后想回来，可以再加入。',
  quitYes: '确定退出',
  quitNo: '不退了',
  join: '加入工作室',
  recognised: {
    veteran: '花名册上的老兵，已核实',
    asking: '像花名册上的一位老兵，等工作人员核实',
    volunteer: '志愿者',
  },
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
  strangerJoin: '我要参加',
  share: '发到群里',
  hidden: '加入以后看得到谁来',
} as const;

export const join = {
  title: '加入老班长工作室',
  name: '您叫什么名字',
  nameHint: '写真名，花名册上的老兵一对就认出来',
  phone: '手机号（可以不写）',
  phoneHint: '只有服务站看得到，用来认人、打电话',
  fromWeChat: '用微信里的手机号',
  phoneTaken: '已经用了微信里的手机号 ✓',
  phoneNo: '没有用微信里的手机号，也可以自己写，或者不写。',
  agree: '点下面的按钮，就是同意',
  policy: '《隐私说明》',
  send: '同意并加入',
  problems: { name: '请写您的名字。', phone: '手机号是 11 位数字，请看一看；不想写就空着。' },
  goOn: '接着办',
  welcome: {
    veteran: '认出您了，您是花名册上的老兵。',
    asking: '您像花名册上的一位老兵，工作人员会核实。现在就可以报名。',
    volunteer: '您已经加入，可以报名了。',
  },
} as const;

export const people = {
  asking: '请您认一认',
  everybody: '工作室的人',
  by: { name: '名字和花名册上的一样：', phone: '电话和花名册上的一样：' },
  taken: '花名册上的这一位已经认给别人了',
  same: '是他',
  other: '不是他',
  nowVeteran: '是花名册上的老兵了',
  stays: '还是志愿者',
  me: '您自己',
  change: '换角色',
  more: '看后面的人',
  make: { member: '做普通成员', squadLeader: '做老班长', staff: '做村工作人员' },
  made: { member: '现在是普通成员', squadLeader: '现在是老班长', staff: '现在是村工作人员' },
} as const;

export const privacy = {
  title: '我们怎么用您的信息',
  parts: [
    {
      heading: '我们记什么',
      text: '您的名字；您愿意留的手机号；您报名、参加过的值勤和活动。不记身份证号，不跟踪位置。',
    },
    {
      heading: '用来做什么',
      text: '安排值勤和活动，班次有变动时告诉您，需要时给您打电话。不做广告，不卖给别人。',
    },
    {
      heading: '谁看得到',
      text: '一起值勤的人看得到您的名字。手机号加密保存，只有服务站的工作人员看得到。',
    },
    {
      heading: '您可以',
      text: '在「我的」里看自己的资料，退出工作室。不同意也可以继续看公开的内容。',
    },
  ],
  back: '知道了',
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
