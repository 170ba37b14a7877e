/** 一个人的头像；没有就画个人影。旁边总有名字，所以读屏不读它。 */
Component({
  properties: {
    url: { type: String, value: '' },
  },
  data: { broken: false },
  observers: {
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
