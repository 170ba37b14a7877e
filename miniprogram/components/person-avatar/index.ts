/** 一个人的头像；没有就写姓。旁边总有名字，所以读屏不读它。 */
Component({
  properties: {
    url: { type: String, value: '' },
    name: { type: String, value: '' },
  },
  data: { letter: '', broken: false },
  observers: {
    name(name: string) {
      this.setData({ letter: /^[（(]/.test(name) ? '…' : name.slice(0, 1) });
    },
    url() {
      this.setData({ broken: false });
    },
  },
  methods: {
    onBroken() {
      this.setData({ broken: true });
    },
  },
});
