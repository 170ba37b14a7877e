import { sendJson } from '../../http/exchange';
import type { Handler } from '../../http/server';
import type { Parts } from '../../parts';
import { expiryOf, shownState } from './activities';

/** `GET /local/activities?id=`: what the live line of a shared card shows now. */
export function activitiesRoute({ activities, commits, clock }: Parts): Handler {
  return async (_, response, url) => {
    const activityId = url.searchParams.get('id') ?? '';
    const activity = await commits.read(() => activities.find(activityId));
    if (activity === undefined) {
      sendJson(response, 404, { code: 'NOT_FOUND', message: 'there is no such activity' });
      return;
    }
    const { members, limit, path, versionType } = activity;
    const state = shownState(activity, clock.now());
    sendJson(response, 200, {
      ...{ activityId, state, members, limit, path, versionType },
      expiresAt: expiryOf(activity),
    });
  };
}
