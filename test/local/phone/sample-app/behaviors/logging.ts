import type { DefineBehavior } from '../wechat';

declare const Behavior: DefineBehavior;

export const logging = Behavior({
  data: { log: [] as string[] },
  methods: {
    note(this: { data: { log: string[] }; setData: (data: object) => void }, line: string) {
      this.setData({ log: [...this.data.log, line] });
    },
  },
});
