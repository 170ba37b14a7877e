import type { SessionDetail } from '../../../typings/contract';
import type { Note } from '../../behaviors/joining';
import { bookDesk, giveSeat, unbookDesk } from '../../services/activities';
import type { Outcome } from '../../services/cloud';
import { failureText } from '../../texts/errors';
import { activity as words } from '../../texts/words/activity-detail';
import { now, startText } from '../../utils/calendar';

type Tapped = WechatMiniprogram.CustomEvent<object, object, { id: string }>;

/** 咨询台的时段、空着的位子给谁：结果写在点的那一样旁边。The page brings `refresh()`. */
export const following = Behavior({
  data: { detail: null as SessionDetail | null, busyWith: '', notes: {} as Record<string, Note> },
  methods: {
    /** One tap at a time; then the screen is read again. */
    async settleWith<T>(key: string, calling: Promise<Outcome<T>>, said: (data: T) => string) {
      const outcome = await calling;
      const note: Note = outcome.ok
        ? { tone: 'good', text: said(outcome.data) }
        : { tone: 'bad', text: failureText(outcome) };
      this.setData({ notes: { [key]: note } });
      await (this as unknown as { refresh(): Promise<void> }).refresh();
      this.setData({ busyWith: '' });
    },
    /** The id that was tapped, or nothing while another tap is under way. */
    taken(event: Tapped): { detail: SessionDetail; id: string } | null {
      const { detail, busyWith } = this.data;
      if (!detail || busyWith) return null;
      const { id } = event.currentTarget.dataset;
      this.setData({ busyWith: id, notes: {} });
      return { detail, id };
    },
    async onBook(event: Tapped) {
      const tap = this.taken(event);
      if (!tap) return;
      await this.settleWith(
        tap.id,
        bookDesk(tap.detail.sessionId, tap.id),
        ({ at }) => `${words.booked} ${startText(at, now())}`,
      );
    },
    async onUnbook(event: Tapped) {
      const tap = this.taken(event);
      if (tap) await this.settleWith(tap.id, unbookDesk(tap.detail.sessionId, tap.id), () => words.unbooked);
    },
    async onGive(event: Tapped) {
      const tap = this.taken(event);
      if (!tap) return;
      const { sessionId, rev } = tap.detail;
      await this.settleWith('give', giveSeat({ sessionId, rev, entryId: tap.id }), () => words.given);
    },
  },
});
