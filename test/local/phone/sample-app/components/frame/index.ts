import type { Define } from '../../wechat';

declare const Component: Define;

Component({ properties: { labels: Array } });
