import type { ErrorCode } from '../../../typings/contract';
import { loading } from '../../behaviors/loading';
import { screen } from '../../behaviors/screen';
import { publishSessions, readSession } from '../../services/activities';
import { failureText } from '../../texts/errors';
import { post as words } from '../../texts/words/post-activity';
import { now } from '../../utils/calendar';
import type { Draft } from './draft';
import { draftFrom, draftLike, dropDraft, keptDraft } from './draft';
import { editing } from './editing';
import type { Field } from './request';
import { problemsOf, toRequest } from './request';
import { TEMPLATES } from './templates';
import type { PreviewView } from './view';
import { previewView } from './view';

/** Refusals that belong to one field; all of them also stand above the button, where the eye is. */
const FIELD_OF: Partial<Record<ErrorCode | 'network', Field>> = { past: 'past' };

/** 发活动：先选哪一种，再填，看看样子，发出去。 */
Component({
  behaviors: [screen, loading, editing],
  data: {
    words,
    templates: TEMPLATES.map(({ code, name, usual }) => ({ code, name, pillar: usual.pillar })),
    step: 'kind' as 'kind' | 'form' | 'preview',
    /** There is one that was not sent. */
    kept: '',
    preview: null as PreviewView | null,
    sending: false,
  },
  methods: {
    onLoad(query: { sessionId?: string }) {
      this.refreshLook();
      const copied = query.sessionId ?? '';
      this.setData({ copied });
      void this.refresh();
    },
    /** 照上次的再发：what is copied is read once, then it is a draft like any other. */
    async refresh() {
      const { copied } = this.data;
      const kept = keptDraft(copied, now());
      if (!copied) {
        this.setData({ phase: 'ready', kept: kept?.title ?? '' });
        return;
      }
      if (kept) {
        this.setData({ phase: 'ready' });
        this.write(kept);
        return;
      }
      const detail = await this.follow(readSession(copied), () => ({}));
      if (detail) this.write(draftLike(detail, now()));
    },
    onKind(event: WechatMiniprogram.CustomEvent<object, object, { code: string }>) {
      const template = TEMPLATES.find(({ code }) => code === event.currentTarget.dataset.code);
      if (template) this.write(draftFrom(template, now()));
    },
    onKept() {
      const kept = keptDraft('', now());
      if (kept) this.write(kept);
    },
    onOther() {
      this.turn('kind');
    },
    onBack() {
      this.turn('form');
    },
    write(draft: Draft) {
      this.edit(draft);
      this.turn('form');
    },
    turn(step: 'kind' | 'form' | 'preview') {
      this.setData({ step, kept: step === 'kind' ? (keptDraft('', now())?.title ?? '') : '' });
      void wx.pageScrollTo({ scrollTop: 0, duration: 0 });
    },
    onPreview() {
      const { draft } = this.data;
      const problems = problemsOf(draft, now());
      const [first] = Object.values(problems);
      this.setData({ problems, refusal: first ?? '' });
      if (first) return;
      this.setData({ preview: previewView(draft, now()) });
      this.turn('preview');
    },
    async onSend() {
      const { sending, draft, copied } = this.data;
      if (sending) return;
      this.setData({ sending: true, refusal: '' });
      const outcome = await publishSessions(toRequest(draft));
      this.setData({ sending: false });
      if (outcome.ok) {
        dropDraft(copied);
        const [first = ''] = outcome.data.sessionIds;
        void wx.redirectTo({ url: `/pages/activity-detail/index?sessionId=${first}` });
        return;
      }
      const field = FIELD_OF[outcome.code];
      const text = failureText(outcome);
      this.setData({ problems: field ? { [field]: text } : {}, refusal: text });
    },
  },
});
