import { mineList } from '../../typings/contract/patrols';
import { dayStart } from '../domain/calendar';
import { cardOf } from '../domain/shift-view';
import { myShiftCards } from '../platform/store/events';
import { done, useCase } from '../platform/use-case';

const DAYS_BACK = 30;

/** 我的值勤：将来的按先后，过去的新的在前。 */
export default useCase({
  action: 'patrols.mine',
  schema: mineList,
  admission: 'read',
  async run({ studioId }, { member, role, now }) {
    const shifts = await myShiftCards(studioId, member._id, dayStart(now, -DAYS_BACK));
    const mine = shifts
      .map((shift) => cardOf(shift, { memberId: member._id, role }, now))
      .filter((card) => card.mine);
    return done({
      coming: mine.filter((card) => card.endsAt > now),
      past: mine.filter((card) => card.endsAt <= now).reverse(),
    });
  },
});
