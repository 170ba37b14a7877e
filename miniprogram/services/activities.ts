import { call } from './cloud';
import { currentStudio } from './session';

/** 最近的活动 */
export const readSessions = () =>
  call('activities.list', { studioId: currentStudio(), which: 'coming', after: null });
