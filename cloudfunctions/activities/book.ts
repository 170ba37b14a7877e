import { book } from '../../typings/contract/activities';
import { decideBooking } from '../domain/booking';
import { pushBooking } from '../platform/store/bookings';
import { sessionById } from '../platform/store/sessions';
import { done, refuse, useCase } from '../platform/use-case';

/** As many who are faster are met with the next free slot. */
const ROUNDS = 20;

/** 咨询台：约一个时段；没说哪一个，就是下一个空的。 */
export default useCase({
  action: 'activities.book',
  schema: book,
  admission: 'write',
  async run({ studioId, sessionId, deskId, at }, { member, now }) {
    for (let round = 0; round < ROUNDS; round++) {
      const session = await sessionById(studioId, sessionId, member._id);
      const decision = decideBooking(session, { deskId, at }, member._id, now);
      if (decision.ok === false) return refuse(decision.code);
      if (decision.ok === 'stands') return done({ at: decision.at });
      const booking = {
        deskId,
        slot: decision.slot,
        memberId: member._id,
        name: member.name,
        bookedAt: now,
      };
      if (session && (await pushBooking(session, booking))) return done({ at: decision.at });
    }
    return refuse('slot_taken');
  },
});
