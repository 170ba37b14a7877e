const FORMAT = new Intl.DateTimeFormat('zh-CN', {
  month: 'long',
  day: 'numeric',
  weekday: 'short',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
  timeZone: 'Asia/Shanghai',
});

/** 11月23日 周一 18:00, in Beijing's time. */
export function dayAndTime(at: number): string {
  const parts = Object.fromEntries(FORMAT.formatToParts(at).map(({ type, value }) => [type, value]));
  return `${parts['month']}月${parts['day']}日 ${parts['weekday']} ${parts['hour']}:${parts['minute']}`;
}
