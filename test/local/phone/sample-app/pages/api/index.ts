import dayjs from 'dayjs';
import utc from 'dayjs/plugin/utc';
import { actions } from '../../utils/actions';
import type { Define, Event, Wx } from '../../wechat';

declare const Page: Define;
declare const wx: Wx;

dayjs.extend(utc);

Page({
  data: { names: [...Object.keys(actions), 'day', 'dialog'], result: '', asking: false },
  onLoad() {
    wx.onNetworkStatusChange((change) => this.setData({ result: `network ${JSON.stringify(change)}` }));
  },
  async onRun(event: Event) {
    const name = String(event.currentTarget.dataset['name']);
    if (name === 'dialog') return this.setData({ asking: true });
    if (name === 'day') return this.setData({ result: dayjs(0).utc().format('YYYY-MM-DD') });
    try {
      this.setData({ result: `${name} ok ${JSON.stringify(await actions[name]?.())}` });
    } catch (error) {
      this.setData({ result: `${name} fail ${JSON.stringify(error)}` });
    }
  },
  onConfirm(event: Event) {
    this.setData({ asking: false, result: `dialog ${event.type}` });
  },
});
