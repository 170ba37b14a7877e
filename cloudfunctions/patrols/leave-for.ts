import { leaveFor } from '../../typings/contract/patrols';
import { rolesFor } from '../domain/access';
import { leaveRefusal } from '../domain/sign-up';
import { stepBack } from '../platform/sign-up/step-back';
import { shiftById } from '../platform/store/events';
import { releaseTime } from '../platform/store/members';
import { entryById } from '../platform/store/roster-entries';
import { done, refuse, useCase } from '../platform/use-case';

/** 替他退出：whoever signed up, they or somebody for them. */
export default useCase({
  action: 'patrols.leaveFor',
  schema: leaveFor,
  admission: 'write',
  audit: ({ entryId }) => ({ record: entryId, fields: ['roster'] }),
  async run({ studioId, shiftId, post, entryId }, { member, now }) {
    const entry = await entryById(studioId, entryId);
    if (!entry) return refuse('not_found');
    // Both while what was the stand-in's is carried over.
    const people = [entry.memberId, entry.standIn].filter((memberId) => memberId !== null);
    for (const memberId of people) {
      await releaseTime({ _id: memberId }, studioId, rolesFor('patrols.leave'), { ref: shiftId, post });
      const promoted = await stepBack(studioId, shiftId, { memberId, post }, now);
      if (promoted !== null) return done({ promoted });
    }
    return refuse(
      leaveRefusal(await shiftById(studioId, shiftId, member._id), studioId, people[0] ?? '', now),
    );
  },
});
