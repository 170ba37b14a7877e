import { OK, type Api } from '../api';
import { expiryOf } from './activities';

const HELD = 'private messages cannot be made from a cloud function';

/**
 * `expiration_time` is in seconds.
 * https://developers.weixin.qq.com/miniprogram/dev/server/API/mp-message-management/updatable-message/api_createactivityid
 */
export const createActivityId: Api = ({ openid, unionid }, { activities, commits, clock }) => {
  if (openid !== undefined || unionid !== undefined)
    return { errcode: 47001, errmsg: `data format error: ${HELD}` };
  return commits.write(() => {
    const { id, activity } = activities.create(clock.now());
    return { ...OK, activity_id: id, expiration_time: Math.floor(expiryOf(activity) / 1000) };
  });
};
