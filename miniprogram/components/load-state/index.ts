import { common } from '../../texts/words/common';

/** 正在读、没读到、没有网络。 */
Component({
  properties: {
    /** waiting | skeleton | ready | failed */
    phase: { type: String, value: 'waiting' },
    problem: { type: String, value: '' },
    /** 再试也是一样 */
    final: { type: Boolean, value: false },
    offline: { type: Boolean, value: false },
  },
  data: { words: common },
  methods: {
    onRetry() {
      this.triggerEvent('retry');
    },
  },
});
