import { loading } from '../../behaviors/loading';
import { screen } from '../../behaviors/screen';
import { joinStudio, readMeIn, setUpStudio } from '../../services/members';
import { superviseTown } from '../../services/towns';
import { failureText } from '../../texts/errors';
import type { Failure } from '../../texts/errors';
import { setUp as words } from '../../texts/words/set-up';
import type { As } from './opened';
import { opened } from './opened';

type Field = 'name' | 'code';
type Typed = WechatMiniprogram.CustomEvent<{ value: string }, object, { field: Field }>;

/** 启用：村里第一位工作人员，或者镇里的督查；名字没有留过才问名字。 */
Component({
  behaviors: [screen, loading],
  data: {
    words,
    as: 'staff' as As,
    studio: '',
    /** 已经认得的名字 */
    known: '',
    /** 已经在这个工作室里 */
    member: false,
    name: '',
    code: '',
    problems: {} as Partial<Record<Field, string>>,
    refusal: '',
    done: false,
    sending: false,
  },
  methods: {
    onLoad(query: { as?: string; studio?: string; scene?: string }) {
      this.refreshLook();
      this.setData({ ...opened(query) });
      void this.refresh();
    },
    async refresh() {
      await this.follow(readMeIn(this.data.studio), ({ name, role }) => ({
        known: name,
        member: role !== 'visitor',
      }));
    },
    onText(event: Typed) {
      this.setData({ [event.currentTarget.dataset.field]: event.detail.value, problems: {}, refusal: '' });
    },
    onPolicy() {
      void wx.navigateTo({ url: '/pages/privacy/index' });
    },
    async onSend() {
      if (this.data.sending) return;
      const name = this.data.known || this.data.name.trim();
      const code = this.data.code.trim();
      const problems: Partial<Record<Field, string>> = {
        ...(name ? {} : { name: words.problems.name }),
        ...(code ? {} : { code: words.problems.code }),
      };
      const [first] = Object.values(problems);
      this.setData({ problems, refusal: first ?? '', sending: !first });
      if (first) return;
      const failure = await (this.data.as === 'staff' ? this.setUp(name, code) : this.supervise(name, code));
      this.setData({ sending: false, done: !failure, refusal: failure ? refusalText(failure) : '' });
    },
    /** 先加入，再启用；已经加入的直接启用。 */
    async setUp(name: string, code: string): Promise<Failure | null> {
      const { studio, member } = this.data;
      if (!member) {
        const joined = await joinStudio({ name, phone: null }, studio);
        if (!joined.ok) return joined;
        this.setData({ member: true, known: joined.data.name });
      }
      const outcome = await setUpStudio(code, studio);
      return outcome.ok ? null : outcome;
    },
    async supervise(name: string, code: string): Promise<Failure | null> {
      const outcome = await superviseTown(name, code, this.data.studio);
      return outcome.ok ? null : outcome;
    },
    onDone() {
      void wx.reLaunch({ url: '/pages/home/index' });
    },
  },
});

const refusalText = (failure: Failure) => (failure.code === 'bad_code' ? words.wrong : failureText(failure));
