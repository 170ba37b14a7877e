import { screen } from '../../behaviors/screen';
import { chooseSheet } from '../../services/files';
import type { SeenSheet } from '../../services/roster';
import { importSheet, lookAtSheet } from '../../services/roster';
import { failureText } from '../../texts/errors';
import { rosterImport as words } from '../../texts/words/roster-import';
import type { Part, SheetView } from './view';
import { longer, sheetView } from './view';

/** 选表、读表、看过、正在写、写好 */
type Stage = 'choose' | 'reading' | 'seen' | 'writing' | 'done';

/** 从表格导入花名册：先看一遍，确认以后才写。 */
Component({
  behaviors: [screen],
  data: {
    words,
    stage: 'choose' as Stage,
    view: null as SheetView | null,
    file: null as Pick<SeenSheet, 'fileId' | 'digest'> | null,
    /** 写到一半停下来的 */
    begun: false,
    progress: '',
    done: '',
    refusal: '',
  },
  methods: {
    onShow() {
      this.refreshLook();
    },
    async onChoose() {
      if (this.data.stage === 'reading' || this.data.stage === 'writing') return;
      const path = await chooseSheet();
      if (path === null) return;
      this.setData({ stage: 'reading', refusal: '', view: null, file: null, begun: false });
      const outcome = await lookAtSheet(path);
      if (!outcome.ok) return this.setData({ stage: 'choose', refusal: failureText(outcome) });
      const { fileId, digest } = outcome.data;
      this.setData({ stage: 'seen', view: sheetView(outcome.data), file: { fileId, digest } });
    },
    onMore(event: WechatMiniprogram.CustomEvent<object, object, { part: Part }>) {
      const { view } = this.data;
      if (view) this.setData({ view: longer(view, event.currentTarget.dataset.part) });
    },
    async onConfirm() {
      const { file, stage } = this.data;
      if (!file || stage !== 'seen') return;
      this.setData({ stage: 'writing', refusal: '', begun: true, progress: '' });
      const outcome = await importSheet(file, ({ done, total }) =>
        this.setData({ progress: words.writing(done, total) }),
      );
      if (outcome.ok) return this.setData({ stage: 'done', done: words.done(outcome.data.total) });
      const gone = outcome.code === 'not_found' || outcome.code === 'file_changed';
      this.setData({ stage: gone ? 'choose' : 'seen', refusal: failureText(outcome) });
    },
    onBack() {
      if (getCurrentPages().length > 1) void wx.navigateBack();
      else void wx.redirectTo({ url: '/pages/roster/index' });
    },
  },
});
