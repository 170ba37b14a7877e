import { changing } from '../../behaviors/changing';
import { cancelSession } from '../../services/activities';
import { toldText } from '../../texts/session';
import { change as words } from '../../texts/words/change-activity';

/** 取消活动：要说原因，报了名的人都会知道。 */
Component({
  behaviors: [changing],
  data: { words, reason: '' },
  methods: {
    onReason(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.setData({ reason: event.detail.value, refusal: '' });
    },
    async onSend() {
      const reason = this.data.reason.trim();
      if (reason.length < 2) {
        this.setData({ refusal: words.noReason });
        return;
      }
      const { confirm } = await wx.showModal({
        title: words.cancelTitle,
        content: words.cancelAsk,
        confirmText: words.cancelYes,
        cancelText: words.cancelNo,
      });
      if (!confirm) return;
      await this.send(
        () => cancelSession(this.data.sessionId, reason),
        ({ told }) => toldText(words.cancelled, told),
      );
    },
  },
});
