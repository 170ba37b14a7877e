import { activity as words } from '../../texts/words/activity-detail';
import type { HeadView } from './view';

/** 活动的头：详情和发之前的预览都是它。 */
Component({
  properties: { view: { type: Object, value: null as HeadView | null } },
  data: { words },
});
