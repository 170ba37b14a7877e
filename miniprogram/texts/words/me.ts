export const me = {
  duties: '我的值勤',
  elder: '长辈版',
  elderHint: '字大一些，按钮大一些',
  privacy: '隐私说明',
  myData: '我的资料',
  myDataHint: '看、改、导出，退出或者注销',
  phone: '留的手机号',
  noPhone: '没有留',
  join: '加入工作室',
  recognised: {
    veteran: '花名册上的老兵，已核实',
    asking: '像花名册上的一位老兵，等工作人员核实',
    volunteer: '志愿者',
  },
  village: '所在工作室',
  station: '服务站',
} as const;
