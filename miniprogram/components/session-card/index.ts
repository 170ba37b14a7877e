import type { SessionCard } from '../../../typings/contract';
import { kindText } from '../../texts/labels';
import { STATUS } from '../../texts/shift';
import { now, startText } from '../../utils/calendar';

/** 活动的一场：一看就知道是什么、什么时候、在哪里。 */
Component({
  properties: { session: { type: Object, value: null as SessionCard | null } },
  data: { off: STATUS.cancelled, kind: '', when: '', label: '' },
  observers: {
    session(session: SessionCard | null) {
      if (!session) return;
      const kind = kindText(session);
      const when = startText(session.startsAt, now());
      const called = session.cancelled ? '已取消' : '';
      const label = [called, kind, session.title, when, session.place].filter(Boolean).join('，');
      this.setData({ kind, when, label });
    },
  },
});
