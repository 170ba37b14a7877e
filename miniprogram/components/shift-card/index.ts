import type { ShiftCard } from '../../../typings/contract';
import type { Note } from '../../behaviors/joining';
import { STATUS, gapText, mineText, spoken, whereText } from '../../texts/shift';
import { shift as words } from '../../texts/words';
import { countdown, now, spanText } from '../../utils/calendar';
import { onlyOpenPost } from '../../utils/posts';

/** 班次卡片：缺人的放大说，合适就能直接「我来」。 */
Component({
  properties: {
    shift: { type: Object, value: null as ShiftCard | null },
    note: { type: Object, value: null as Note | null },
    busy: { type: Boolean, value: false },
    /** 写出还有多久（下一班） */
    counting: { type: Boolean, value: false },
  },
  data: {
    words,
    when: '',
    where: '',
    gap: null as ReturnType<typeof gapText> | null,
    status: '',
    mine: '',
    left: '',
    loud: false,
    label: '',
    /** The post that one tap takes; empty when there is a choice to make. */
    post: '',
  },
  observers: {
    'shift, counting'(shift: ShiftCard | null, counting: boolean) {
      if (!shift) return;
      const { startsAt, endsAt } = shift;
      const joinable = shift.can.includes('patrols.join') ? onlyOpenPost(shift.posts) : null;
      const left = counting ? countdown(startsAt, endsAt, now()) : '';
      this.setData({
        when: spanText(startsAt, endsAt, now()),
        where: whereText(shift),
        gap: shift.status === 'gap' && !counting ? gapText(shift) : null,
        loud: shift.status === 'gap' && !shift.mine,
        status: STATUS[shift.status],
        mine: mineText(shift.mine),
        left,
        label: spoken(shift, now(), left),
        post: joinable?.code ?? '',
      });
    },
  },
  methods: {
    onOpen() {
      const shift = this.data.shift as ShiftCard | null;
      this.triggerEvent('open', { shiftId: shift?.shiftId });
    },
    onJoin() {
      this.triggerEvent('join', { shift: this.data.shift, post: this.data.post });
    },
  },
});
