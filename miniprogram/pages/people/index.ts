import type { PersonLine } from '../../../typings/contract';
import type { Note } from '../../behaviors/joining';
import { loading } from '../../behaviors/loading';
import { screen } from '../../behaviors/screen';
import { confirmVeteran, findPeople, grantRole, readAsking, readPeople } from '../../services/members';
import { failureText } from '../../texts/errors';
import { people as words } from '../../texts/words/people';
import type { AskedLine, PersonRow } from './view';
import { askedLines, personRow } from './view';

/** What an action sheet offers, in this order. */
const ROLES: readonly PersonLine['role'][] = ['member', 'squadLeader', 'staff'];

/** 工作室的人：认老兵，换角色。 */
Component({
  behaviors: [screen, loading],
  data: {
    words,
    asked: [] as AskedLine[],
    people: [] as PersonRow[],
    next: null as string | null,
    /** 人多了才要找：一页放不下。 */
    many: false,
    typed: '',
    sought: '',
    note: null as Note | null,
    busy: false,
  },
  methods: {
    onShow() {
      this.refreshLook();
      if (this.isStale()) void this.refresh();
    },
    async onPullDownRefresh() {
      await this.refresh();
      void wx.stopPullDownRefresh();
    },
    async refresh() {
      const asking = await readAsking();
      const { sought } = this.data;
      const reading = sought ? findPeople(sought) : readPeople(null);
      await this.follow(reading, ({ people, next }) => ({
        people: people.map(personRow),
        next,
        many: this.data.many || next !== null,
        ...(asking.ok && { asked: askedLines(asking.data.entries) }),
      }));
    },
    onReviews() {
      void wx.navigateTo({ url: '/pages/reviews/index' });
    },
    onType(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.setData({ typed: event.detail.value });
    },
    async onFind() {
      this.setData({ sought: this.data.typed.trim(), note: null });
      await this.refresh();
    },
    async onAll() {
      this.setData({ sought: '', typed: '', note: null });
      await this.refresh();
    },
    async onMore() {
      const more = await readPeople(this.data.next);
      if (!more.ok) return this.setData({ note: { tone: 'bad', text: failureText(more) } });
      this.setData({
        people: [...this.data.people, ...more.data.people.map(personRow)],
        next: more.data.next,
      });
    },
    async onAnswer(event: WechatMiniprogram.CustomEvent<object, object, { key: string; same: boolean }>) {
      const { key, same } = event.currentTarget.dataset;
      const ask = this.data.asked.find((line) => line.key === key);
      if (!ask || this.data.busy) return;
      this.setData({ busy: true, note: null });
      const outcome = await confirmVeteran(ask.entryId, ask.memberId, same);
      const text = outcome.ok
        ? `${ask.person}：${same ? words.nowVeteran : words.stays}`
        : failureText(outcome);
      this.setData({ busy: false, note: { tone: outcome.ok ? 'good' : 'bad', text } });
      await this.refresh();
    },
    async onPerson(event: WechatMiniprogram.CustomEvent<object, object, { member: string }>) {
      const person = this.data.people.find(({ memberId }) => memberId === event.currentTarget.dataset.member);
      if (!person || this.data.busy) return;
      const offered = ROLES.filter((role) => role !== person.role);
      const picked = await wx
        .showActionSheet({ alertText: person.name, itemList: offered.map((role) => words.make[role]) })
        .catch(() => null);
      const role = picked && offered[picked.tapIndex];
      if (!role) return;
      this.setData({ busy: true, note: null });
      const outcome = await grantRole(person.memberId, role);
      const text = outcome.ok ? `${person.name}：${words.made[role]}` : failureText(outcome);
      this.setData({ busy: false, note: { tone: outcome.ok ? 'good' : 'bad', text } });
      if (outcome.ok) await this.refresh();
    },
  },
});
