import { join } from '../../typings/contract/patrols';
import { claimOf } from '../domain/claims';
import { spanRefusal } from '../domain/sign-up';
import { claimFor } from '../platform/claim-time';
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
    const claim = claimOf(request, now);
    const claimed = await claimFor({ openid }, roles, claim, now);
    return 'ok' in claimed ? claimed : takePlace(request, claimed, { claim, by: null }, now);
  },
});
