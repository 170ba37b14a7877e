import { ask } from '../chrome/dialog';
import { el } from '../chrome/dom';
import { showPaper } from '../chrome/viewer';
import { inGesture } from '../engine/user-gesture';
import { permission } from './authorization';
import { WxError, wxCall } from './call';
import { privacyConsent } from './privacy';

type Place = { latitude: number; longitude: number; name?: string; address?: string };

function openLocation({ latitude, longitude, name = '', address = '' }: Place): void {
  if (typeof latitude !== 'number' || typeof longitude !== 'number')
    throw new Error('parameter error: latitude and longitude should be Number');
  void showPaper(
    '查看位置',
    [name, address, `${latitude}, ${longitude}`].filter((line) => line !== ''),
  );
}

/** `startTime` is a number of seconds, `endTime` a text of them (device/calendar). */
type Entry = {
  title: string;
  startTime: number;
  endTime?: string;
  allDay?: boolean;
  description?: string;
  location?: string;
  alarm?: boolean;
  alarmOffset?: number;
};

const TIME = new Intl.DateTimeFormat('zh-CN', {
  dateStyle: 'medium',
  timeStyle: 'short',
  timeZone: 'Asia/Shanghai',
});

async function addPhoneCalendar(entry: Entry): Promise<void> {
  const { title, startTime, endTime, location = '', description = '', alarm = true, alarmOffset = 0 } = entry;
  if (!inGesture()) throw new WxError('addPhoneCalendar:fail can only be invoked by user TAP gesture.');
  if (!title || typeof startTime !== 'number')
    throw new Error('parameter error: title should be String, startTime should be Number');
  if (endTime !== undefined && typeof endTime !== 'string')
    throw new Error('parameter error: parameter.endTime should be String');
  await privacyConsent('addPhoneCalendar');
  await permission('scope.addPhoneCalendar', 'addPhoneCalendar');
  const end = endTime === undefined ? '' : `到 ${TIME.format(Number(endTime) * 1000)}`;
  const lines = [
    `${TIME.format(startTime * 1000)} ${end}`,
    location,
    description,
    alarm ? `提前 ${Math.round(alarmOffset / 60)} 分钟提醒` : '不提醒',
  ];
  const added = await ask<boolean>(
    'sheet',
    '添加日程',
    (answer) => [
      el('h2', { class: 'sheet-title', text: title }),
      ...lines.filter((line) => line !== '').map((text) => el('p', { class: 'sheet-text', text })),
      el('button', { class: 'sheet-item', text: '添加', onclick: () => answer(true) }),
      el('button', { class: 'sheet-cancel', text: '取消', onclick: () => answer(false) }),
    ],
    false,
  );
  if (!added) throw new Error('cancel');
}

export const places = {
  openLocation: wxCall('openLocation', openLocation),
  addPhoneCalendar: wxCall('addPhoneCalendar', addPhoneCalendar),
};
