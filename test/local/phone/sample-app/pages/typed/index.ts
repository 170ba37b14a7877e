import type { Define } from '../../wechat';

declare const Component: Define;

Component({ properties: { id: Number, people: Boolean }, data: { height: 150 } });
