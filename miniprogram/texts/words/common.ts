export const common = {
  name: '老班长工作室',
  retry: '再试一次',
  refresh: '看最新的',
  offline: '没有网络，下面是刚才的内容',
  call: '☎ 打服务站电话',
  go: '›',
} as const;

export const stepper = { less: '减一', more: '加一' } as const;
