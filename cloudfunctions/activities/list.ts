import { list } from '../../typings/contract/activities';
import { dayStart } from '../domain/calendar';
import { sessionCardOf } from '../domain/session-view';
import { sessionCards } from '../platform/store/events';
import { done, useCase } from '../platform/use-case';

const DAYS = 30;

/** 从今天起 30 天的活动。 */
export default useCase({
  action: 'activities.list',
  schema: list,
  admission: 'read',
  async run({ studioId }, { member, now }) {
    const sessions = await sessionCards(studioId, member._id, dayStart(now), dayStart(now, DAYS));
    return done({ sessions: sessions.map(sessionCardOf) });
  },
});
