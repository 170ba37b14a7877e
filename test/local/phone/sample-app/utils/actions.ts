import Toast from 'tdesign-miniprogram/toast/index';
import type { Instance, Result, Wx } from '../wechat';

declare const wx: Wx;
declare const getCurrentPages: () => Instance[];

/** One member of `wx` each; the page shows what it answers. */
export const actions: Record<string, () => unknown> = {
  toast: () => wx.showToast({ title: '好了', icon: 'success', duration: 800 }),
  tToast: () => Toast({ message: '组件提示', selector: '#t-toast' } as never),
  loading: () => wx.showLoading({ title: '请等一等' }).then(() => setTimeout(() => wx.hideLoading(), 300)),
  modal: () => wx.showModal({ title: '问您', content: '退出吗', confirmText: '退出' }),
  sheet: () => wx.showActionSheet({ itemList: ['甲', '乙'] }),
  title: () => wx.setNavigationBarTitle({ title: '新题目' }),
  call: () => wx.cloud.callFunction({ name: 'echo', data: { text: '你好' } }),
  callback: () =>
    new Promise((resolve) => {
      void wx.cloud.callFunction({ name: 'echo', data: {}, success: resolve });
    }),
  callFails: () => wx.cloud.callFunction({ name: 'crash' }),
  subscribe: () => wx.requestSubscribeMessage({ tmplIds: ['提醒模板', '变更模板'] }),
  subscribeLate: async () => {
    await wx.cloud.callFunction({ name: 'echo' });
    return wx.requestSubscribeMessage({ tmplIds: ['提醒模板'] });
  },
  subscribeUnknown: () => wx.requestSubscribeMessage({ tmplIds: ['谁也没有申请的模板'] }),
  subscribeMany: () => wx.requestSubscribeMessage({ tmplIds: ['一', '二', '三', '四', '五', '六'] }),
  phone: () => wx.makePhoneCall({ phoneNumber: '0571-88886666' }),
  copy: () => wx.setClipboardData({ data: '抄下来' }),
  store: () => {
    wx.setStorageSync('draft', { text: '草稿' });
    return wx.getStorageSync('draft');
  },
  stored: () => wx.getStorageSync('draft'),
  missing: () => wx.getStorage({ key: 'nothing' }),
  network: () => wx.getNetworkType(),
  base: () => wx.getAppBaseInfo(),
  window: () => wx.getWindowInfo(),
  capsule: () => wx.getMenuButtonBoundingClientRect(),
  can: (): Result => ({ known: wx.canIUse('showToast'), unknown: wx.canIUse('startBeacon') }),
  pages: () => getCurrentPages().map((page) => page.route),
  measure: () =>
    new Promise((resolve) => {
      getCurrentPages().at(-1)?.createSelectorQuery().select('#result').boundingClientRect(resolve).exec();
    }),
  now: () => ({ now: Date.now(), date: new Date().getTime(), fixed: new Date(0).getTime() }),
  tab: () => wx.navigateTo({ url: '/pages/form/index' }),
  nowhere: () => wx.navigateTo({ url: '/pages/nowhere/index' }),
  relaunch: () => wx.reLaunch({ url: '/pages/detail/index?fresh=1' }),
  opener: () =>
    new Promise((resolve) => {
      void wx
        .navigateTo({ url: '/pages/detail/index', events: { told: resolve } })
        .then((result) =>
          (result['eventChannel'] as { emit: (name: string, value: string) => void }).emit(
            'hello',
            '来自接口',
          ),
        );
    }),
};
