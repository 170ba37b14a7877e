export const duty = {
  elder: '长辈版',
  post: '发值勤',
  empty: '今天和明天都没有班次。村里发了值勤，会写在这里。',
  groups: { gap: '缺人的', full: '都齐了的', held: '还没通过审核的，只有您看得到', done: '结束和取消的' },
} as const;
