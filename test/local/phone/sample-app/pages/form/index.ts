import type { Define, Event } from '../../wechat';

declare const Component: Define;

Component({
  data: {
    name: '',
    age: '70',
    posts: ['巡逻', '护河'],
    grids: ['第一网格', '第二网格'],
    phone: '',
    on: false,
    last: '',
    sent: '',
  },
  methods: {
    onInput(event: Event) {
      this.setData({ name: event.detail['value'], last: `input ${JSON.stringify(event.detail)}` });
    },
    onEvent(event: Event) {
      this.setData({ last: `${event.type} ${JSON.stringify(event.detail)}` });
    },
    onSubmit(event: Event) {
      this.setData({ sent: JSON.stringify(event.detail['value']) });
    },
    onReset() {
      this.setData({ sent: '已重填' });
    },
    onPhone(event: Event) {
      this.setData({ phone: event.detail['value'] });
    },
    onSwitch(event: Event) {
      this.setData({ on: event.detail['value'] });
    },
  },
});
