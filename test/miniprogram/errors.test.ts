import { SENTENCES, failureText, isErrorCode } from '../../miniprogram/texts/errors';
import { at } from '../../miniprogram/utils/calendar';
import { ERROR_CODES } from '../../typings/contract/envelope';

test('每一种拒绝都有一句中文，没有网络也有', () => {
  expect(Object.keys(SENTENCES).sort()).toEqual([...ERROR_CODES, 'network'].sort());
  for (const sentence of Object.values(SENTENCES)) expect(sentence).toMatch(/^[\p{Script=Han}，。（）]+。$/u);
});

test('没有两种拒绝说同一句话', () => {
  expect(new Set(Object.values(SENTENCES)).size).toBe(ERROR_CODES.length + 1);
});

test('时间冲突说出和哪一项冲突，先退哪一项', () => {
  const detail = {
    title: '河道清理',
    startsAt: at('2026-11-23', '14:00'),
    endsAt: at('2026-11-23', '16:00'),
  };
  expect(failureText({ ok: false, code: 'clash', detail })).toBe(
    '这个时间您已报名河道清理（14:00–16:00）。先退出那一项，才能报这一项。',
  );
  expect(failureText({ ok: false, code: 'clash' })).toBe(SENTENCES.clash);
});

test('云端答不出 network，也答不出别的词', () => {
  expect(isErrorCode('clash')).toBe(true);
  expect(['network', 'toString', '', null, 7].some(isErrorCode)).toBe(false);
});
