import { join } from '../../typings/contract/patrols';
import { claimsOf } from '../domain/claims';
import { spanRefusal } from '../domain/span';
import { claimFor } from '../platform/sign-up/claim-time';
import { refuse, useCase } from '../platform/use-case';
import { takePlace } from './take-place';

/** 报名：先占住我的时间，再排进名单；两次写都由数据库判定。 */
export default useCase({
  action: 'patrols.join',
  schema: join,
  admission: 'guard',
  async run(request, { openid, roles, now }) {
    const refusal = spanRefusal(request, now);
    if (refusal) return refuse(refusal);
    const claims = claimsOf(request, now);
    const claimed = await claimFor({ openid }, roles, claims, now);
    return 'ok' in claimed ? claimed : takePlace(request, claimed, { claims, by: null }, now);
  },
});
