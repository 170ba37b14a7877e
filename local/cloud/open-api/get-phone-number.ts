import type { PhoneGrant } from '../client/phone-code';
import { APPID } from '../functions/environment';
import { OK, type Api } from './api';
import { phoneNumberOf } from './phone-number';

const COUNTRY = '86';
const INVALID_CODE = { errcode: 40029, errmsg: 'invalid code' };

/**
 * A code is good for one exchange.
 * https://developers.weixin.qq.com/miniprogram/dev/server/API/user-info/phone-number/api_getphonenumber
 */
export const getPhoneNumber: Api = ({ code, openid }, { commits, tickets, clock }) => {
  if (typeof code !== 'string') return INVALID_CODE;
  return commits.write(() => {
    const ticket = tickets.find<PhoneGrant>('phone', code);
    if (ticket === undefined || ticket.expires <= clock.now()) return INVALID_CODE;
    const { openid: owner } = ticket.body;
    if (openid !== undefined && openid !== owner) return { errcode: 40003, errmsg: 'invalid openid' };
    tickets.remove(code);
    const number = phoneNumberOf(owner);
    const watermark = { timestamp: Math.floor(clock.now() / 1000), appid: APPID };
    const phone = { phoneNumber: number, purePhoneNumber: number, countryCode: COUNTRY, watermark };
    return { ...OK, phone_info: phone };
  });
};
