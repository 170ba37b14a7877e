import type { Define } from '../../wechat';

declare const Component: Define;

Component({
  behaviors: ['wx://form-field'],
  options: { multipleSlots: true },
  externalClasses: ['counter-class'],
  properties: { start: { type: Number, value: 0 } },
  data: { shown: 0, added: 0, children: 0, pageState: '' },
  relations: {
    '../item/index': {
      type: 'child',
      linked() {
        this.setData({ children: this.getRelationNodes('../item/index').length });
      },
    },
  },
  observers: {
    'start, added'(start: number, added: number) {
      this.setData({ shown: start + added });
    },
  },
  lifetimes: {
    ready() {
      this.triggerEvent('ready');
    },
  },
  pageLifetimes: {
    show() {
      this.setData({ pageState: '页面在前' });
    },
  },
  methods: {
    onAdd() {
      const added = (this.data['added'] as number) + 1;
      this.setData({ added });
      this.triggerEvent('change', { value: this.data['shown'] });
    },
    reset() {
      this.setData({ added: 0 });
    },
  },
});
