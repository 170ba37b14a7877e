import type { Define, Instance, Result, Wx } from '../../wechat';

declare const Page: Define;
declare const wx: Wx;

const note = (page: Instance, line: string): void =>
  page.setData({ log: `${String(page.data['log'])}${line} ` });

Page({
  data: { query: '', log: '', message: '' },
  onLoad(query: Result) {
    this.setData({ query: JSON.stringify(query) });
    note(this, 'load');
    this.getOpenerEventChannel().on('hello', (value) => this.setData({ message: String(value) }));
  },
  onShow() {
    note(this, 'show');
  },
  onReady() {
    note(this, 'ready');
  },
  onHide() {
    note(this, 'hide');
  },
  onDeeper() {
    wx.navigateTo({ url: '/pages/detail/index?deep=1' }).catch((error: Result) =>
      this.setData({ message: error['errMsg'] }),
    );
  },
  onReplace() {
    void wx.redirectTo({ url: '../detail/index?replaced=1' });
  },
  onBack() {
    void wx.navigateBack();
  },
  onHome() {
    void wx.switchTab({ url: '/pages/home/index' });
  },
  onTell() {
    this.getOpenerEventChannel().emit('told', '从详情来');
  },
});
