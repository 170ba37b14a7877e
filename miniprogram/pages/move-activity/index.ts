import type { SessionDetail } from '../../../typings/contract';
import { changing } from '../../behaviors/changing';
import { changeSession } from '../../services/activities';
import { toldText } from '../../texts/session';
import { change as words } from '../../texts/words/change-activity';
import { crossesMidnight, dateField, dateText, now } from '../../utils/calendar';
import type { Move } from './form';
import { moveOf, moveProblem, toChange } from './form';

/** 改时间地点：报了名的人都会知道。 */
Component({
  behaviors: [changing],
  data: { words, move: {} as Move, dateShown: '', endShown: '', earliest: dateField(now()) },
  methods: {
    start(detail: SessionDetail) {
      return this.shown(moveOf(detail));
    },
    shown: (move: Move) => ({
      move,
      dateShown: dateText(move.date, now()),
      endShown: crossesMidnight(move) ? `${words.nextDay} ${move.end}` : move.end,
      refusal: '',
    }),
    onValue(event: WechatMiniprogram.CustomEvent<{ value: string }, object, { field: keyof Move }>) {
      this.setData(
        this.shown({ ...this.data.move, [event.currentTarget.dataset.field]: event.detail.value }),
      );
    },
    async onSend() {
      const { detail, move } = this.data;
      if (!detail) return;
      const problem = moveProblem(move, detail, now());
      if (problem) {
        this.setData({ refusal: problem });
        return;
      }
      await this.send(
        () => changeSession(toChange(move, detail)),
        ({ told }) => toldText(words.moved, told),
      );
    },
  },
});
