import { tagsOf } from '../../../local/phone/compiler/wxml-tags';
import { wxsToJs } from '../../../local/phone/compiler/wxs';
import { scopeSelector } from '../../../local/phone/compiler/wxss-selectors';
import { toBrowserUnits } from '../../../local/phone/wxss-units';

test.each([
  ['32rpx', '4.26667vw'],
  ['-1.5rpx', '-0.2vw'],
  ['calc(100vh - 96rpx)', 'calc(100cqh - 12.8vw)'],
  ['var(--a-16rpx, 8px)', 'var(--a-16rpx, 8px)'],
  ['calc(12px + env(safe-area-inset-bottom, 0px))', 'calc(12px + var(--safe-area-bottom))'],
  ['1px solid #fff', '1px solid #fff'],
])('%s becomes %s', (wxss, css) => {
  expect(toBrowserUnits(wxss)).toBe(css);
});

test.each([
  ['.a .b > view:first-child', 'x', '.x--a .x--b > wx-view:first-child'],
  ['.a', null, '.a'],
  ['page, button::after', null, 'wx-page, wx-button::after'],
  [':host .a', 'x', '[wx-host="x"] .x--a'],
  ['#id.a:not(.b)', 'x', '#id.x--a:not(.x--b)'],
])('the selector %s in scope %s becomes %s', (selector, scope, expected) => {
  expect(scopeSelector(selector, scope)).toBe(expected);
});

test('tags are found with their lines; comments, attributes and WXS code hold none', () => {
  const wxml = '<view\n  a="<b>">\n<!-- <c> -->\n<wxs module="m">x < y && <d></wxs>\n</view>\n<t-e />';
  expect(tagsOf(wxml)).toEqual([
    { tag: 'view', line: 1 },
    { tag: 't-e', line: 6 },
  ]);
});

test('WXS constructors and patterns become JavaScript, and what cannot is refused with its line', () => {
  expect(wxsToJs('a.wxs', "x.y[0].constructor === 'Array'")).toBe("wxsConstructor(x.y[0]) === 'Array'");
  expect(wxsToJs('a.wxs', "getRegExp('^\\d+\\\\s$')")).toBe("getRegExp('^\\\\d+\\\\s$')");
  expect(() => wxsToJs('a.wxs', 'var a;\nf(a).constructor')).toThrow('a.wxs:2');
});
