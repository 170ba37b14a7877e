import { answerPrivacy, hangSheet, type PrivacySheet, takeSheet } from '../../services/privacy';
import { privacySheet as words } from '../../texts/words/privacy-sheet';

const AGREE = 'privacy-agree';

/** 用到微信的昵称、头像、手机号以前，先说清楚，请人同意；不同意也照样用。`refused`: 不同意。 */
Component({
  data: { words, agreeId: AGREE, open: false, sheet: null as PrivacySheet | null },
  lifetimes: {
    attached() {
      const sheet = {
        open: () => this.setData({ open: true }),
        close: () => this.data.open && this.setData({ open: false }),
      };
      this.data.sheet = sheet;
      hangSheet(sheet);
    },
    detached() {
      if (this.data.sheet) takeSheet(this.data.sheet);
    },
  },
  methods: {
    onAgree() {
      answerPrivacy({ event: 'agree', buttonId: AGREE });
    },
    onRefuse() {
      answerPrivacy({ event: 'disagree' });
      this.triggerEvent('refused');
    },
    onNotice() {
      void wx.navigateTo({ url: '/pages/privacy/index' });
    },
  },
});
