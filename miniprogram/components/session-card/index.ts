import type { SessionCardView } from './view';

/** 活动的一场：一看就知道是什么、什么时候、在哪里；点开就是详情。 */
Component({
  properties: { view: { type: Object, value: null as SessionCardView | null } },
  methods: {
    onOpen() {
      const view = this.data.view as SessionCardView | null;
      if (view?.sessionId)
        void wx.navigateTo({ url: `/pages/activity-detail/index?sessionId=${view.sessionId}` });
    },
  },
});
