import { joinFor } from '../../typings/contract/patrols';
import { rolesFor } from '../domain/access';
import { claimsOf } from '../domain/claims';
import { spanRefusal } from '../domain/span';
import { claimForPerson } from '../platform/sign-up/claim-for-person';
import { refuse, useCase } from '../platform/use-case';
import { takePlace } from './take-place';

/** 代报名：the same two guarded writes as the person's own tap; the roster says who did it. */
export default useCase({
  action: 'patrols.joinFor',
  schema: joinFor,
  admission: 'write',
  async run({ entryId, ...request }, { member, now }) {
    const refusal = spanRefusal(request, now);
    if (refusal) return refuse(refusal);
    const claims = claimsOf(request, now);
    const claimed = await claimForPerson(entryId, rolesFor('patrols.join'), claims, now);
    return 'ok' in claimed ? claimed : takePlace(request, claimed, { claims, by: member._id }, now);
  },
});
