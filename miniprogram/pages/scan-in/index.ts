import { loading } from '../../behaviors/loading';
import { screen } from '../../behaviors/screen';
import { readMe, readStudio } from '../../services/members';
import { scanIn } from '../../services/scan';
import { failureText } from '../../texts/errors';
import { common } from '../../texts/words/common';
import { scanIn as words } from '../../texts/words/scan-in';

/** 扫码加入：一句话说清楚会怎样，点一下就好。 */
Component({
  behaviors: [screen, loading],
  data: {
    words,
    common,
    code: '',
    /** 已经在这个工作室里的人 */
    hello: '',
    /** 办好了，或者不用办 */
    result: '',
    refusal: '',
    /** 这张码用不了，再点也是一样 */
    bad: false,
    sending: false,
  },
  methods: {
    /** A mini-program code hands its text over percent-encoded. */
    onLoad(query: { scene?: string }) {
      this.setData({ code: decodeURIComponent(query.scene ?? '') });
    },
    onShow() {
      this.refreshLook();
      if (this.data.readAt === 0) void this.refresh();
    },
    async refresh() {
      await this.follow(readMe(), ({ name, role, recognised }) => ({
        hello: role === 'visitor' ? '' : words.hello(name),
        result: recognised === 'veteran' ? words.alreadyVeteran(name) : '',
      }));
    },
    onPolicy() {
      void wx.navigateTo({ url: '/pages/privacy/index' });
    },
    async onSend() {
      if (this.data.sending) return;
      this.setData({ sending: true, refusal: '' });
      const outcome = await scanIn(this.data.code);
      this.refreshLook();
      if (outcome.ok) {
        const { already, name } = outcome.data;
        this.setData({ sending: false, result: already ? words.already(name) : words.welcome(name) });
      } else {
        const bad = outcome.code === 'bad_code' || outcome.code === 'bad_request';
        this.setData({ sending: false, bad, refusal: bad ? '' : failureText(outcome) });
      }
    },
    async onCall() {
      const studio = await readStudio();
      if (studio.ok) void wx.makePhoneCall({ phoneNumber: studio.data.station.phone });
    },
    onHome() {
      void wx.switchTab({ url: '/pages/home/index' });
    },
  },
});
