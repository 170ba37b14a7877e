import type { Parts } from '../parts';

/** The mini-program's own name and the platform's, as messages carry them. */
const TO = 'gh_local';

/**
 * Calls the function that the console names for an event; nobody is called where none is named.
 * https://developers.weixin.qq.com/miniprogram/dev/wxcloudservice/wxcloud/guide/functions/openapi
 */
export async function pushEvent(parts: Parts, event: string, from: string, fields: object): Promise<void> {
  const target = parts.console.push.find((push) => push.msgType === 'event' && push.event === event);
  if (target === undefined) {
    console.error(`the event ${event} was pushed to nobody: no function is named for it`);
    return;
  }
  const CreateTime = Math.floor(parts.clock.now() / 1000);
  const message = {
    ToUserName: TO,
    FromUserName: from,
    CreateTime,
    MsgType: 'event',
    Event: event,
    ...fields,
  };
  try {
    await parts.runner.call(target.function, message, { openid: undefined, source: 'wx_push' });
  } catch (error) {
    console.error(`the event ${event}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
