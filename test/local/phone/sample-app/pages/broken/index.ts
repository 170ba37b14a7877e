import type { Define } from '../../wechat';

declare const Page: Define;
declare const wx: { startBluetoothDevicesDiscovery: () => void };

Page({
  onMissingMember() {
    wx.startBluetoothDevicesDiscovery();
  },
  onThrow() {
    throw new Error('坏了');
  },
  onReject() {
    void Promise.reject(new Error('没人管'));
  },
  onConsole() {
    globalConsole('写下的错误');
  },
  onWindow() {
    touchBrowser();
  },
});

declare const console: { error: (text: string) => void };
declare const document: { title: string };

function globalConsole(text: string): void {
  console.error(text);
}

function touchBrowser(): void {
  document.title = '碰到了';
}
