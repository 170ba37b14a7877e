import { dayStart, messageTime } from '../../../cloudfunctions/domain/calendar';

describe('日子按北京时间', () => {
  test.each([
    ['零点整是新的一天', '2026-11-23T16:00:00Z', '2026-11-23T16:00:00Z'],
    ['差一毫秒还是前一天', '2026-11-23T15:59:59.999Z', '2026-11-22T16:00:00Z'],
    ['世界时零点是北京上午', '2026-11-23T00:00:00Z', '2026-11-22T16:00:00Z'],
    ['跨年', '2026-12-31T18:00:00Z', '2026-12-31T16:00:00Z'],
  ])('%s', (_rule, time, start) => {
    expect(new Date(dayStart(Date.parse(time))).toISOString()).toBe(new Date(start).toISOString());
  });

  test('往后数几天', () => {
    expect(dayStart(Date.parse('2027-02-28T10:00:00Z'), 1)).toBe(Date.parse('2027-02-28T16:00:00Z'));
  });

  test('订阅消息的时间有年有分', () => {
    expect(messageTime(Date.parse('2026-11-23T11:00:00Z'))).toBe('2026年11月23日 19:00');
  });
});
