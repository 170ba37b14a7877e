import type { Handler } from '../http/server';
import type { Parts } from '../parts';
import { clientRoute } from './refusal';

const LIFE = 5 * 60_000;

export interface PhoneGrant {
  openid: string;
}

/**
 * `POST /client/phoneCode`: what a button with `open-type="getPhoneNumber"` yields.
 * https://developers.weixin.qq.com/miniprogram/dev/framework/open-ability/getPhoneNumber
 */
export function phoneCodeRoute({ tickets, commits, clock }: Parts): Handler {
  return clientRoute(async ({ openid }) => {
    const grant: PhoneGrant = { openid };
    return { code: await commits.write(() => tickets.issue('phone', grant, clock.now(), LIFE)) };
  });
}
