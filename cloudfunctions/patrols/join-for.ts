import { joinFor } from '../../typings/contract/patrols';
import { rolesFor } from '../domain/access';
import { claimOf } from '../domain/claims';
import { spanRefusal } from '../domain/sign-up';
import { refuse, useCase } from '../platform/use-case';
import { claimForPerson } from './claim-for-person';
import { takePlace } from './take-place';

/** 代报名：the same two guarded writes as the person's own tap; the roster says who did it. */
export default useCase({
  action: 'patrols.joinFor',
  schema: joinFor,
  admission: 'write',
  async run({ entryId, ...request }, { member, now }) {
    const refusal = spanRefusal(request, now);
    if (refusal) return refuse(refusal);
    const claim = claimOf(request, now);
    const claimed = await claimForPerson(entryId, rolesFor('patrols.join'), claim, now);
    return 'ok' in claimed ? claimed : takePlace(request, claimed, { claim, by: member._id }, now);
  },
});
