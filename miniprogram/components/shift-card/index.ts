import type { Note } from '../../behaviors/joining';
import { shift as words } from '../../texts/words/shift-detail';
import type { ShiftCardView } from './view';

/** 班次卡片：缺人的放大说，合适就能直接「我来」。 */
Component({
  properties: {
    view: { type: Object, value: null as ShiftCardView | null },
    note: { type: Object, value: null as Note | null },
    busy: { type: Boolean, value: false },
  },
  data: { words },
  methods: {
    onOpen() {
      const view = this.data.view as ShiftCardView | null;
      this.triggerEvent('open', { shiftId: view?.shiftId });
    },
    onJoin() {
      const view = this.data.view as ShiftCardView | null;
      this.triggerEvent('join', { shift: view?.shift, post: view?.post });
    },
  },
});
