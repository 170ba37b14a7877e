import type { ShiftCard } from '../../typings/contract';
import { joinShift } from '../services/patrols';
import { failureText } from '../texts/errors';
import { standingText } from '../texts/shift';

export interface Note {
  tone: 'good' | 'bad' | 'calm';
  text: string;
}

/** 在卡片上直接报名：结果写在那张卡片上，不会一闪而过。 */
export const joining = Behavior({
  data: { joiningId: '', notes: {} as Record<string, Note> },
  methods: {
    /** True when something changed and the list should be read again. */
    async joinOnCard(shift: ShiftCard, post: string): Promise<boolean> {
      if (this.data.joiningId) return false;
      this.setData({ joiningId: shift.shiftId });
      const outcome = await joinShift(shift, post);
      const note: Note = outcome.ok
        ? { tone: outcome.data.state === 'placed' ? 'good' : 'calm', text: standingText(outcome.data) }
        : { tone: 'bad', text: failureText(outcome) };
      this.setData({ joiningId: '', [`notes.${shift.shiftId}`]: note });
      return outcome.ok;
    },
    openShift(event: WechatMiniprogram.CustomEvent<{ shiftId: string }>) {
      void wx.navigateTo({ url: `/pages/shift-detail/index?shiftId=${event.detail.shiftId}` });
    },
  },
});
