import { nextTime, parseCron } from '../../../local/cloud/clock/cron';

const at = (text: string): number => Date.parse(`${text}+08:00`);

test.each([
  ['0 0 3 * * * *', '2026-07-01T02:59:59', '2026-07-01T03:00:00'],
  ['0 0 3 * * * *', '2026-07-01T03:00:00', '2026-07-02T03:00:00'],
  ['*/15 * * * * * *', '2026-07-01T00:00:01', '2026-07-01T00:00:15'],
  ['0 */5 * * * * *', '2026-07-01T23:56:00', '2026-07-02T00:00:00'],
  ['0 30 9 * * MON-FRI *', '2026-07-03T10:00:00', '2026-07-06T09:30:00'],
  ['0 0 8 1 * * *', '2026-07-01T08:00:00', '2026-08-01T08:00:00'],
  ['0 0 8 29 FEB * *', '2026-07-01T00:00:00', '2028-02-29T08:00:00'],
  ['0 0 8 1 * MON *', '2026-07-01T09:00:00', '2026-07-06T08:00:00'],
  ['5,10 0 0 * * * *', '2026-07-01T00:00:05', '2026-07-01T00:00:10'],
  ['0 0 0 1 1 * 2027', '2026-07-01T00:00:00', '2027-01-01T00:00:00'],
])('%s after %s is %s, in China', (cron, after, next) => {
  expect(nextTime(parseCron(cron), at(after))).toBe(at(next));
});

test('a year that is over never comes', () => {
  expect(nextTime(parseCron('0 0 0 1 1 * 2020'), at('2026-07-01T00:00:00'))).toBeUndefined();
});

test.each([
  ['0 0 3 * *', 'needs seven fields'],
  ['61 * * * * * *', '61 is not a second'],
  ['0 0 0 * * FOO *', 'FOO is not a weekday'],
  ['0 9-3 0 * * * *', 'runs backwards'],
  ['*/0 * * * * * *', '0 is not a second'],
])('%s is refused', (cron, message) => {
  expect(() => parseCron(cron)).toThrow(message);
});
