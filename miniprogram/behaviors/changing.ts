import type { SessionDetail } from '../../typings/contract';
import { readSession } from '../services/activities';
import type { Outcome } from '../services/cloud';
import { failureText } from '../texts/errors';
import { loading } from './loading';
import { screen } from './screen';

/** 工作人员改一场活动的一屏：改到看到的那一版上，改完说告诉了几位。The page shows `detail`. */
export const changing = Behavior({
  behaviors: [screen, loading],
  data: {
    sessionId: '',
    detail: null as SessionDetail | null,
    refusal: '',
    /** What came of it: then there is nothing left to do here. */
    outcome: '',
    sending: false,
  },
  methods: {
    onLoad(query: { sessionId?: string }) {
      this.refreshLook();
      this.setData({ sessionId: query.sessionId ?? '' });
      void this.refresh();
    },
    async refresh() {
      await this.follow(readSession(this.data.sessionId), (detail) => ({ detail, ...this.start(detail) }));
    },
    /** What the page fills in at first. */
    start(_detail: SessionDetail): object {
      return {};
    },
    /** Sends once, says what came of it; the version may be old: read it again. */
    async send<T>(calling: () => Promise<Outcome<T>>, said: (data: T) => string): Promise<T | null> {
      if (this.data.sending) return null;
      this.setData({ sending: true, refusal: '' });
      const answer = await calling();
      if (answer.ok) {
        this.setData({ sending: false, outcome: said(answer.data) });
        return answer.data;
      }
      if (answer.code === 'changed') await this.refresh();
      this.setData({ sending: false, refusal: failureText(answer) });
      return null;
    },
    onBack() {
      void wx.navigateBack();
    },
  },
});
