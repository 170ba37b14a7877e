export const settings = {
  rows: {
    people: { title: '工作室的人', hint: '认老兵，换角色' },
    roster: { title: '花名册', hint: '导入、导出、找人、办一码登记' },
    grids: { title: '网格', hint: '名字、弄堂、户数、网格长' },
    reviews: { title: '待审核', hint: '等您看一看的文字和头像' },
    audit: { title: '操作记录', hint: '谁在什么时候做过什么' },
  },
} as const;
