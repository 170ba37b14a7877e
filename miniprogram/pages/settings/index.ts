import { screen } from '../../behaviors/screen';
import { common } from '../../texts/words/common';
import { settings as words } from '../../texts/words/settings';

type Name = keyof typeof words.rows;

/** Each of them asks who it is, and shows nothing to who is no staff. */
const ORDER: readonly Name[] = ['people', 'roster', 'grids', 'reviews', 'audit'];

/** 设置：村工作人员管的几样，一样一行。 */
Component({
  behaviors: [screen],
  data: { common, rows: ORDER.map((name) => ({ name, ...words.rows[name] })) },
  methods: {
    onShow() {
      this.refreshLook();
    },
    onRow(event: WechatMiniprogram.CustomEvent<object, object, { name: Name }>) {
      void wx.navigateTo({ url: `/pages/${event.currentTarget.dataset.name}/index` });
    },
  },
});
