import { ask } from '../chrome/dialog';
import { el } from '../chrome/dom';
import { browserConsole, reportError } from '../error-log';
import { wxCall } from './call';

let clipboard = '';

async function makePhoneCall({ phoneNumber }: { phoneNumber: string }): Promise<void> {
  if (!phoneNumber) throw new Error('parameter error: parameter.phoneNumber should be String');
  const called = await ask<boolean>(
    'sheet',
    '拨打电话',
    (answer) => [
      el('button', { class: 'sheet-item', text: `呼叫 ${phoneNumber}`, onclick: () => answer(true) }),
      el('button', { class: 'sheet-cancel', text: '取消', onclick: () => answer(false) }),
    ],
    false,
  );
  if (!called) throw new Error('cancel');
}

export const device = (toast: (title: string) => void) => ({
  makePhoneCall: wxCall('makePhoneCall', makePhoneCall),
  setClipboardData: wxCall('setClipboardData', ({ data }: { data: string }) => {
    clipboard = data;
    navigator.clipboard?.writeText(data).catch((error: unknown) => browserConsole.info('clipboard', error));
    toast('内容已复制');
  }),
  getClipboardData: wxCall('getClipboardData', () => ({ data: clipboard })),
  vibrateShort: wxCall('vibrateShort', () => undefined),
  vibrateLong: wxCall('vibrateLong', () => undefined),
  setKeepScreenOn: wxCall('setKeepScreenOn', () => undefined),
  reportEvent: () => undefined,
  getLogManager: () => ({
    log: browserConsole.log,
    info: browserConsole.info,
    debug: browserConsole.debug,
    warn: browserConsole.warn,
  }),
  getRealtimeLogManager: () => ({
    info: browserConsole.info,
    warn: browserConsole.warn,
    error: (...args: unknown[]) => reportError(args.map(String).join(' '), 'realtime log'),
    setFilterMsg: () => undefined,
    addFilterMsg: () => undefined,
  }),
});
