import { platformActions } from '../../utils/platform-actions';
import type { Define, Event, Instance, Result, Wx } from '../../wechat';

declare const Page: Define;
declare const wx: Wx;

type Resolve = (answer: { event: string; buttonId?: string }) => void;
let resolve: Resolve = () => undefined;

Page({
  data: {
    names: [...Object.keys(platformActions), 'listen', 'watch', 'unwatch', 'burst'],
    result: '',
    told: '',
    picture: '',
    asking: '',
  },
  watcher: { close: () => undefined },
  onShareAppMessage(options: { from: string; target?: { id: string; dataset: Result } }) {
    const title = `${options.from} ${options.target?.id} ${String(options.target?.dataset['what'])}`;
    const promise = new Promise((done) => setTimeout(() => done({ title: `${title} 晚到` }), 300));
    return { title, path: '/pages/detail/index?id=5', imageUrl: '/images/dot.png', promise };
  },
  async onRun(this: Instance & { watcher: { close: () => void } }, event: Event) {
    const name = String(event.currentTarget.dataset['name']);
    if (name === 'listen') {
      wx.onNeedPrivacyAuthorization((given: Resolve, info: Result) => {
        resolve = given;
        this.setData({ asking: `要同意 ${String(info['referrer'])}` });
      });
      return;
    }
    if (name === 'watch') {
      const onChange = (change: object): void => this.setData({ told: JSON.stringify(change) });
      const onError = (error: object): void => this.setData({ told: `error ${JSON.stringify(error)}` });
      this.watcher = wx.cloud
        .database()
        .collection('sessions')
        .where({ studioId: 's' })
        .orderBy('at', 'desc')
        .limit(5)
        .watch({ onChange, onError });
      return;
    }
    if (name === 'unwatch') return this.watcher.close();
    if (name === 'burst') {
      for (let at = 0; at < 30; at += 1) this.setData({ told: `${at}` });
      return this.setData({ told: '满'.repeat(30_000) });
    }
    try {
      const result = await platformActions[name]?.((told) => this.setData({ told: JSON.stringify(told) }));
      if (typeof result?.['picture'] === 'string') this.setData({ picture: result['picture'] });
      this.setData({ result: `${name} ok ${JSON.stringify(result)}` });
    } catch (error) {
      const words = error instanceof Error && !('errMsg' in error) ? error.message : JSON.stringify(error);
      this.setData({ result: `${name} fail ${words}` });
    }
  },
  onAgree() {
    this.setData({ asking: '' });
    resolve({ event: 'agree', buttonId: 'agree-btn' });
  },
  onDisagree() {
    this.setData({ asking: '' });
    resolve({ event: 'disagree' });
  },
  onAvatar(event: Event) {
    const { avatarUrl, errMsg } = event.detail;
    this.setData({ picture: avatarUrl ?? '', result: `avatar ${String(avatarUrl)} ${String(errMsg)}` });
  },
  onOpen(event: Event) {
    this.setData({ result: `${event.type} ${JSON.stringify(event.detail)}` });
  },
  onLoaded(event: Event) {
    this.setData({ told: `loaded ${JSON.stringify(event.detail)}` });
  },
});
