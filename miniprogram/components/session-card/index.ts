import { STATUS } from '../../texts/shift';
import type { SessionCardView } from './view';

/** 活动的一场：一看就知道是什么、什么时候、在哪里。 */
Component({
  properties: { view: { type: Object, value: null as SessionCardView | null } },
  data: { off: STATUS.cancelled },
});
