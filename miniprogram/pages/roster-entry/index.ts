import type { Note } from '../../behaviors/joining';
import { loading } from '../../behaviors/loading';
import { screen } from '../../behaviors/screen';
import { dropPicture, keepPicture, saveToAlbum } from '../../services/pictures';
import { issueCode, readPerson, readPersonPhone, unlockPerson } from '../../services/scan';
import { failureText } from '../../texts/errors';
import { common } from '../../texts/words/common';
import { rosterEntry as words } from '../../texts/words/roster-entry';
import type { PersonView } from './view';
import { describe, untilText } from './view';

/** 花名册上的一位：出示二维码，打电话，看他要去的班。 */
Component({
  behaviors: [screen, loading],
  data: {
    words,
    common,
    entryId: '',
    person: null as PersonView | null,
    /** 二维码的图片，只在这一页上 */
    picture: '',
    pictureName: '',
    until: '',
    note: null as Note | null,
    busy: false,
  },
  methods: {
    onLoad(query: { entryId?: string }) {
      this.setData({ entryId: query.entryId ?? '' });
    },
    onShow() {
      this.refreshLook();
      if (this.isStale()) void this.refresh();
    },
    onUnload() {
      dropPicture(this.data.picture);
    },
    async onPullDownRefresh() {
      await this.refresh();
      void wx.stopPullDownRefresh();
    },
    async refresh() {
      await this.follow(readPerson(this.data.entryId), (person) => ({
        person: describe(person),
        pictureName: words.pictureOf(person.name),
      }));
    },
    async onMain() {
      const { busy, person } = this.data;
      if (busy || !person?.main) return;
      this.setData({ busy: true, note: null });
      await (person.main === 'unlock' ? this.unlock() : this.show());
      this.setData({ busy: false });
    },
    async show() {
      const outcome = await issueCode(this.data.entryId);
      if (!outcome.ok) {
        this.setData({ note: { tone: 'bad', text: failureText(outcome) } });
        await this.refresh();
        return;
      }
      const picture = keepPicture(outcome.data.picture, outcome.data.format);
      this.setData({ picture, until: words.until(untilText(outcome.data.until)) });
    },
    /** 收起来：图删掉，看他加入了没有。 */
    async onShown() {
      dropPicture(this.data.picture);
      this.setData({ picture: '', note: null });
      await this.refresh();
    },
    async unlock() {
      const outcome = await unlockPerson(this.data.entryId);
      const text = outcome.ok ? words.unlocked : failureText(outcome);
      this.setData({ note: { tone: outcome.ok ? 'good' : 'bad', text } });
      await this.refresh();
    },
    async onPrint() {
      const saved = await saveToAlbum(this.data.picture);
      if (saved === 'denied') return this.allowAlbum();
      const note: Note =
        saved === 'saved' ? { tone: 'good', text: words.saved } : { tone: 'bad', text: words.notSaved };
      this.setData({ note });
    },
    async allowAlbum() {
      const { title, ask, yes, no } = words.album;
      const answer = await wx.showModal({ title, content: ask, confirmText: yes, cancelText: no });
      if (answer.confirm) await wx.openSetting();
    },
    async onPhone() {
      const outcome = await readPersonPhone(this.data.entryId);
      if (outcome.ok) void wx.makePhoneCall({ phoneNumber: outcome.data.phone });
      else this.setData({ note: { tone: 'bad', text: failureText(outcome) } });
    },
    onEdit() {
      void wx.navigateTo({ url: `/pages/roster-edit/index?entryId=${this.data.entryId}` });
    },
    onDuty(event: WechatMiniprogram.CustomEvent<object, object, { shift: string }>) {
      void wx.navigateTo({ url: `/pages/shift-detail/index?shiftId=${event.currentTarget.dataset.shift}` });
    },
  },
});
