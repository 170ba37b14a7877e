import { screen } from '../../behaviors/screen';
import { privacy as words } from '../../texts/words/privacy';

/** 隐私说明：一页大白话。 */
Component({
  behaviors: [screen],
  data: { words },
  methods: {
    onShow() {
      this.refreshLook();
    },
    onBack() {
      void wx.navigateBack();
    },
  },
});
