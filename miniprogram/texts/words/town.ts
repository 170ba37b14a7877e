export const town = {
  studios: '各村的工作室',
  empty: '镇里还没有工作室。',
  counts: { grids: '网格', staff: '工作人员', veterans: '在册老兵' },
  units: { grids: '个', people: '人' },
  call: '☎ 打电话',
  colleagues: '一起督查的人',
  me: '您自己',
  leave: '不再督查',
  invite: '请一位同事一起督查',
  invited: '请同事打开小程序，把这个码输进去：',
  until: '以前有效，只能用一次。请打电话或者当面告诉他，不要发到群里。',
  share: '把输码的那一页发给同事',
  shared: '老班长工作室：镇里的同事在这里输邀请码',
  leaveTitle: '不再督查全镇吗',
  leaveOther: '他马上就看不到全镇的工作室了。',
  leaveMe: '您马上就看不到全镇的工作室了。',
  leaveLast: '您是最后一位。以后要再看，得请部署的人重新给码。',
  leaveYes: '不再督查',
  leaveNo: '再想想',
  gone: '不再督查了',
} as const;

interface Counted {
  grids: number;
  staff: number;
  veterans: number;
}

export const countTexts = ({ grids, staff, veterans }: Counted) => [
  `${town.counts.veterans} ${veterans} ${town.units.people}`,
  `${town.counts.grids} ${grids} ${town.units.grids}`,
  `${town.counts.staff} ${staff} ${town.units.people}`,
];
