import type { Define } from '../../wechat';

declare const Component: Define;

Component({
  properties: { label: String },
  relations: { '../counter/index': { type: 'parent' } },
});
