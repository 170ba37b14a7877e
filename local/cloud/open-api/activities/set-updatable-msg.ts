import { OK, type Api } from '../api';
import { expiryOf, type Activity, type SetState } from './activities';
import { isRecord } from '../../values/is-record';

const NAMES: Record<SetState, string[]> = { 0: ['member_count', 'room_limit'], 1: ['path', 'version_type'] };
const VERSIONS = ['develop', 'trial', 'release'];
const WRONG_FORMAT = { errcode: 47001, errmsg: 'data format error' };

/**
 * Changes a line; what has begun stays so. The interface's own table of states ends at 1, so 2 is refused.
 * https://developers.weixin.qq.com/miniprogram/dev/server/API/mp-message-management/updatable-message/api_setupdatablemsg
 */
export const setUpdatableMsg: Api = (fields, { activities, commits, clock }) => {
  const { activity_id: id, target_state: state, template_info: info } = fields;
  return commits.write(() => {
    const activity = typeof id === 'string' ? activities.find(id) : undefined;
    if (typeof id !== 'string' || activity === undefined)
      return { errcode: 47501, errmsg: 'activity_id error' };
    if (clock.now() >= expiryOf(activity)) return { errcode: 47504, errmsg: 'activity_id expired time' };
    if ((state !== 0 && state !== 1) || activity.state === 1) {
      return { errcode: 47502, errmsg: 'target_state error' };
    }
    const given = parametersOf(info, NAMES[state]);
    if (given === undefined) return WRONG_FORMAT;
    const version = given.get('version_type');
    if (state === 1 && !VERSIONS.includes(version ?? ''))
      return { errcode: 47503, errmsg: 'version_type error' };
    activities.put(id, { ...changed(activity, state, given), changedAt: clock.now() });
    return OK;
  });
};

function changed(activity: Activity, state: SetState, given: Map<string, string>): Activity {
  return {
    ...activity,
    state,
    members: given.get('member_count') ?? activity.members,
    limit: given.get('room_limit') ?? activity.limit,
    path: given.get('path') ?? activity.path,
    versionType: given.get('version_type') ?? activity.versionType,
  };
}

/** Each name that is needed, with a text; undefined where one is missing, unknown or no text. */
function parametersOf(info: unknown, needed: string[]): Map<string, string> | undefined {
  const list: unknown = isRecord(info) ? info['parameter_list'] : undefined;
  if (!Array.isArray(list)) return undefined;
  const known = Object.values(NAMES).flat();
  const given = new Map<string, string>();
  for (const one of list as unknown[]) {
    const { name, value } = isRecord(one) ? one : {};
    if (typeof name !== 'string' || !known.includes(name) || typeof value !== 'string' || value === '') {
      return undefined;
    }
    given.set(name, value);
  }
  return needed.every((name) => given.has(name)) ? given : undefined;
}
