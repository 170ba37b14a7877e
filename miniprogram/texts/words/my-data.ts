import type { MyData } from '../../../typings/contract';

/** 通知说的是什么。 */
export const told: Readonly<Record<MyData['notices'][number]['about'], (title: string) => string>> = {
  promoted: (title) => `补上了${title}`,
  removed: (title) => `${title}没有您的位子了`,
  changed: (title) => `${title}的时间或地点改了`,
  cancelled: (title) => `${title}取消了`,
  reminder: (title) => `${title}快开始了`,
};

/** 一起来的孩子在哪个年龄段。 */
export const ages: Readonly<Record<NonNullable<MyData['duties'][number]['youth']>, string>> = {
  under7: '孩子不到 7 岁',
  from7: '孩子 7 到 11 岁',
  from12: '孩子 12 岁以上',
};

export const myData = {
  intro: '存着您的，都在这一页。',
  about: '我',
  name: '名字',
  phone: '手机号',
  noPhone: '没有留',
  showPhone: '看号码',
  hidePhone: '盖起来',
  veteran: '花名册上的老兵，已核实',
  notVeteran: '志愿者',
  consent: '隐私说明',
  noConsent: '没有同意，或者撤回了',
  studios: '所在工作室',
  noStudios: '现在不在哪个工作室',
  asking: '等工作人员核实',
  roster: '服务站的花名册',
  rosterHint: '这是服务站自己的记录，要改、要删，请给服务站打电话。',
  duties: '报过的名',
  noDuties: '还没有报过名',
  left: '退出了',
  notices: '发给您的通知',
  sent: (what: string) => `告诉您${what}`,
  notSent: (what: string) => `想告诉您${what}，没有送到`,
  party: (seats: number) => `一共 ${seats} 位`,
  bookings: '约过的咨询',
  all: (count: number) => `看全部 ${count} 条`,
  edit: '改名字或电话',
  phoneKeep: '不改就空着',
  phoneDrop: '删掉手机号',
  phoneStay: '手机号还是留着',
  phoneDropped: '手机号会删掉',
  save: '存好',
  cancel: '不改了',
  saved: '改好了。以前的名单上还是原来的名字。',
  problems: { name: '请写您的名字。', phone: '手机号是 11 位数字，请检查。' },
  export: '导出一份，自己留着',
  exportHint: '号码不盖，发出去以后请自己收好。',
  exported: '做好了，点下面的按钮发给自己或者家人。',
  exportFailed: '手机存不下，请腾一点地方再试。',
  sendText: '发送能读的一份',
  sendJson: '发送给电脑用的一份',
  textFile: '我的资料.txt',
  jsonFile: '我的资料.json',
  textTitle: '老班长工作室：我的资料',
  leave: '不想再用了',
} as const;

/** 走之前要问清楚的三件事：会怎样，什么留下。 */
export const leaving = {
  quit: {
    open: '退出工作室',
    title: '要退出工作室吗？',
    goes: '您报的班会让给别人，您不再是这个工作室的人。',
    stays: '您的名字和手机号还存着，以前的名单不变。以后想回来，可以再加入。',
    yes: '确定退出',
    no: '不退了',
    done: '您退出了工作室。',
  },
  withdraw: {
    open: '撤回同意',
    title: '要撤回对隐私说明的同意吗？',
    goes: '您会退出每个工作室，报的班让给别人，手机号删掉。',
    stays: '您的名字和以前的值勤还存着，要全部删掉请用「注销账号」。以后想回来，重新加入就行。',
    yes: '确定撤回',
    no: '不撤回',
    done: '已经撤回，手机号删掉了。',
  },
  forget: {
    open: '注销账号',
    title: '要注销账号吗？删了就找不回来。',
    goes: '您的名字、手机号和微信身份都删掉，报的班让给别人，以前的名单上只写「已注销」。',
    stays: '做过多少值勤、来了多少人，数目不变，但看不出是您。服务站花名册上的记录，请给服务站打电话删。',
    yes: '确定注销',
    no: '不注销',
    done: '账号注销了，您的资料都删掉了。',
  },
} as const;
export type Leaving = keyof typeof leaving;

export const leavingLabels = { goes: '会怎样', stays: '什么留下', home: '回首页' } as const;
