import { isElder, setElder } from '../services/session';

/** 一屏的样子：普通，或者长辈版 */
export const screen = Behavior({
  data: { look: 'tokens', elder: false },
  methods: {
    refreshLook() {
      const elder = isElder();
      if (elder !== this.data.elder) this.setData({ elder, look: elder ? 'tokens tokens-elder' : 'tokens' });
    },
    toggleElder() {
      setElder(!this.data.elder);
      this.refreshLook();
    },
  },
});
