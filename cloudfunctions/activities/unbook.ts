import { unbook } from '../../typings/contract/activities';
import { pullBooking } from '../platform/store/bookings';
import { done, useCase } from '../platform/use-case';

/** 咨询台的时段不要了，马上有别人可以约。 */
export default useCase({
  action: 'activities.unbook',
  schema: unbook,
  admission: 'write',
  async run({ studioId, sessionId, deskId }, { member }) {
    const left = await pullBooking(studioId, sessionId, { deskId, memberId: member._id });
    return done({ left: left !== null });
  },
});
