import { list } from '../../typings/contract/activities';
import { allowed } from '../domain/access';
import { sessionCardOf } from '../domain/session-view';
import { sessionPage } from '../platform/store/sessions';
import { done, refuse, useCase } from '../platform/use-case';

const PAGE = 20;

/** 活动，一页 20 场。 */
export default useCase({
  action: 'activities.list',
  schema: list,
  admission: 'read',
  async run({ studioId, which, after }, { member, role, scope, now }) {
    if (which === 'unopened' && scope !== 'studio') return refuse('forbidden');
    const found = await sessionPage(studioId, member._id, { which, after, most: PAGE + 1 }, now);
    const page = found.slice(0, PAGE);
    const last = found.length > PAGE ? page.at(-1) : undefined;
    return done({
      sessions: page.map((session) => sessionCardOf(session, member._id, now)),
      next: last ? { startsAt: last.startsAt, sessionId: last._id } : null,
      can: allowed(role, ['activities.publish']),
    });
  },
});
