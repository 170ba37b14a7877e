import { screen } from '../../behaviors/screen';
import { changeAvatar } from '../../services/avatar';
import { joinStudio, readStudio } from '../../services/members';
import { currentStudio, studioFrom } from '../../services/session';
import { failureText } from '../../texts/errors';
import { join as words } from '../../texts/words/join';

type Field = 'name' | 'phone';
type Typed = WechatMiniprogram.CustomEvent<{ value: string }, object, { field: Field }>;

const MOBILE = /^1[3-9]\d{9}$/;

/** 加入工作室：名字就够了，然后回到刚才那一页，接着办刚才的事。 */
Component({
  behaviors: [screen],
  data: {
    words,
    /** 加入哪个工作室：the card that brought them here says it. */
    studio: '',
    title: words.title as string,
    name: '',
    phone: '',
    /** 微信手机号的一次性凭证 */
    code: '',
    phoneNote: '',
    /** 选了的头像，还在手机里 */
    avatar: '',
    avatarNote: '',
    /** 不同意用微信资料：名字照样自己写，不再问 */
    refused: false,
    problems: {} as Partial<Record<Field, string>>,
    refusal: '',
    welcome: '',
    sending: false,
  },
  methods: {
    async onLoad(query: { studio?: string }) {
      const studio = studioFrom(query.studio) ?? currentStudio();
      this.setData({ studio });
      const found = await readStudio(studio);
      if (found.ok) this.setData({ title: `${words.into}${found.data.name}` });
    },
    onShow() {
      this.refreshLook();
    },
    onText(event: Typed) {
      this.setData({ [event.currentTarget.dataset.field]: event.detail.value, problems: {}, refusal: '' });
    },
    onWeChatPhone(event: WechatMiniprogram.CustomEvent<{ code?: string }>) {
      const { code = '' } = event.detail;
      this.setData({ code, phoneNote: code ? words.phoneTaken : words.phoneNo, problems: {} });
    },
    onAvatar(event: WechatMiniprogram.CustomEvent<{ avatarUrl?: string }>) {
      const { avatarUrl } = event.detail;
      if (avatarUrl) this.setData({ avatar: avatarUrl });
    },
    onPrivacyRefused() {
      this.setData({ refused: true });
    },
    onPolicy() {
      void wx.navigateTo({ url: '/pages/privacy/index' });
    },
    async onSend() {
      const { sending, code } = this.data;
      const name = this.data.name.trim();
      const phone = this.data.phone.trim();
      if (sending) return;
      const problems: Partial<Record<Field, string>> = {};
      if (!name) problems.name = words.problems.name;
      if (!code && phone && !MOBILE.test(phone)) problems.phone = words.problems.phone;
      const [first] = Object.values(problems);
      this.setData({ problems, refusal: first ?? '', sending: !first });
      if (first) return;
      const given = code ? { code } : phone ? { typed: phone } : null;
      const outcome = await joinStudio({ name, phone: given }, this.data.studio);
      if (outcome.ok) await this.welcome(words.welcome[outcome.data.recognised]);
      else if (outcome.code === 'bad_code')
        this.setData({ sending: false, code: '', phoneNote: words.phoneNo });
      else this.setData({ sending: false, refusal: failureText(outcome) });
    },
    /** 已经加入了；头像没传上去，也不耽误。 */
    async welcome(welcome: string) {
      const { avatar } = this.data;
      const sent = avatar ? await changeAvatar(avatar) : null;
      const avatarNote = sent && !sent.ok ? words.avatarLater : '';
      this.setData({ sending: false, welcome, avatarNote });
    },
    onBack() {
      if (getCurrentPages().length > 1) void wx.navigateBack();
      else void wx.switchTab({ url: '/pages/home/index' });
    },
  },
});
