export const activities = {
  tabs: { coming: '将来的', past: '过去的', unopened: '还没发的' },
  empty: {
    coming: '最近没有活动。村里发了活动，会写在这里。',
    past: '还没有办过活动。',
    unopened: '没有到时候再发的活动。',
  },
  more: '看后面的',
  post: '发活动',
} as const;
