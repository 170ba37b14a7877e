import type { Define, Result, Wx } from './wechat';

declare const App: Define;
declare const wx: Wx;

App({
  lifecycle: [] as string[],
  onLaunch(this: { lifecycle: string[] }, options: Result) {
    wx.cloud.init({ env: 'local-sample' });
    this.lifecycle.push(`onLaunch ${String(options['path'])}`);
  },
  onShow(this: { lifecycle: string[] }) {
    this.lifecycle.push('onShow');
  },
});
