import { stepper as words } from '../../texts/words/common';

/** 加减人数：按钮够大，字旁边就是数。 */
Component({
  properties: {
    label: { type: String, value: '' },
    unit: { type: String, value: '' },
    value: { type: Number, value: 0 },
    min: { type: Number, value: 0 },
    max: { type: Number, value: 99 },
  },
  data: { words },
  methods: {
    onLess() {
      this.change(this.data.value - 1);
    },
    onMore() {
      this.change(this.data.value + 1);
    },
    change(value: number) {
      if (value < this.data.min || value > this.data.max) return;
      this.triggerEvent('change', { value });
    },
  },
});
