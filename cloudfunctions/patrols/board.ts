import { board } from '../../typings/contract/patrols';
import { allowed } from '../domain/access';
import { gapsFirst } from '../domain/board';
import { dayStart } from '../domain/calendar';
import { cardOf } from '../domain/shift-view';
import { shiftCards } from '../platform/store/events';
import { done, useCase } from '../platform/use-case';

/** 任务白板：今天和明天的班次，缺人的在前。 */
export default useCase({
  action: 'patrols.board',
  schema: board,
  admission: 'read',
  async run({ studioId }, { member, role, now }) {
    const shifts = await shiftCards(studioId, member._id, dayStart(now), dayStart(now, 2));
    const cards = shifts.map((shift) => cardOf(shift, { memberId: member._id, role }, now));
    return done({ shifts: gapsFirst(cards), can: allowed(role, ['patrols.post']) });
  },
});
