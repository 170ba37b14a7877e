export const activities = { empty: '最近没有活动。村里发了活动，会写在这里。' } as const;
