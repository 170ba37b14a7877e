export const grids = {
  empty: '还没有网格。加一个，发值勤、导花名册都用得上。',
  add: '加一个网格',
  leader: '网格长',
  noLeader: '还没有网格长',
  households: '户',
  name: '网格叫什么',
  nameHint: '比如：第三网格',
  lanes: '有哪些弄堂、小区（可以不写）',
  lanesHint: '比如：东河沿、桥头弄',
  count: '多少户',
  who: '网格长的名字（可以不写）',
  whoHint: '要是工作室里的人',
  save: '存好',
  drop: '撤掉这个网格',
  dropTitle: '要撤掉这个网格吗',
  dropAsk: '撤掉以后，发值勤就选不到它了。',
  dropYes: '撤掉',
  dropNo: '不撤了',
  problems: { name: '请写网格叫什么。', households: '多少户，请写数字。' },
} as const;

export const gridText = ({ households, leader }: { households: number; leader: string }) =>
  `${households} ${grids.households}，${leader ? `${grids.leader} ${leader}` : grids.noLeader}`;
