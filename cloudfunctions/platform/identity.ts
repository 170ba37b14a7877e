import cloudbase from '@cloudbase/node-sdk';

export interface Caller {
  /** Empty when no person calls. */
  openid: string;
  timer: boolean;
  /** The platform itself tells something: an event that the console sends to this function. */
  push: boolean;
}

/**
 * Sources that a person, a developer or a timer stands behind. Those of a push have no name in the documentation, and its context may
 * bear the openid that the event is about. https://developers.weixin.qq.com/minigame/dev/wxcloud/reference-sdk-api/utils/Cloud.getWXContext.html
 */
const NOT_PUSHED = [
  'wx_client',
  'wx_devtools',
  'wx_localdebug',
  'wx_crawler',
  'wx_http',
  'wx_trigger',
  'wx_paycallback',
  'scf',
];

/** Who calls, from the platform's context alone. A timer has a trigger source and no person. */
export function caller(): Caller {
  const { WX_OPENID, TRIGGER_SRC, TCB_SOURCE } = cloudbase.getCloudbaseContext();
  const openid = WX_OPENID ?? '';
  const [source = ''] = (TCB_SOURCE ?? '').split(',');
  const timer = openid === '' && TRIGGER_SRC === 'timer';
  return { openid, timer, push: !timer && source !== '' && !NOT_PUSHED.includes(source) };
}
