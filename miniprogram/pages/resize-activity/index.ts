import type { SessionDetail } from '../../../typings/contract';
import { changing } from '../../behaviors/changing';
import { resizeSession } from '../../services/activities';
import { change as words } from '../../texts/words/change-activity';
import type { Naming, NamingView } from './naming';
import { namingOf, namingView, turned } from './naming';

/** 改名额：多了，排队的补上；少到坐不下，点名请谁让出来，一次办好。 */
Component({
  behaviors: [changing],
  data: { words, seats: '', taken: 0, naming: null as Naming | null, view: null as NamingView | null },
  methods: {
    start({ seats, follow }: SessionDetail) {
      const taken = (follow?.placed ?? []).reduce((sum, party) => sum + party.seats, 0);
      return { seats: this.data.seats || String(seats?.all ?? ''), taken, naming: null, view: null };
    },
    onSeats(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.setData({ seats: event.detail.value, naming: null, view: null, refusal: '' });
    },
    onParty(event: WechatMiniprogram.CustomEvent<object, object, { id: string }>) {
      const { naming } = this.data;
      if (naming) this.name(turned(naming, event.currentTarget.dataset.id));
    },
    name(naming: Naming) {
      const placed = this.data.detail?.follow?.placed ?? [];
      this.setData({ naming, view: namingView(naming, placed), refusal: '' });
    },
    async onSend() {
      const { detail, naming, view } = this.data;
      const seats = Number(this.data.seats);
      if (!detail) return;
      const right = Number.isInteger(seats) && seats >= 1 && seats <= 2000;
      const short = view?.short ?? 0;
      if (!right || short > 0) {
        const missing = `${words.short} ${short} ${words.unitSeats}。`;
        this.setData({ refusal: right ? missing : words.badSeats });
        return;
      }
      const { sessionId, rev } = detail;
      const leaving = naming?.chosen ?? [];
      const answer = await this.send(
        () => resizeSession({ sessionId, rev, seats, leaving }),
        ({ done, promoted }) => (done ? resizedText(seats, promoted, leaving.length) : ''),
      );
      if (!answer || answer.done) return;
      // Who is placed may have changed since this screen was read.
      await this.refresh();
      this.name(namingOf(answer));
    },
  },
});

function resizedText(seats: number, promoted: number, left: number): string {
  const moved = promoted > 0 ? `，${promoted} 家排队的补上了` : '';
  return `名额改成 ${seats} 个${moved}${left > 0 ? `，${left} 家让出来了，会收到消息` : ''}。`;
}
