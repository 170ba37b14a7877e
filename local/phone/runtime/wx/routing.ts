import { navigate, pageStack, type OpenType } from '../pages/navigation';
import { wxCall } from './call';

type RouteOptions = { url: string; events?: Record<string, (...args: unknown[]) => void> };

const route = (type: OpenType) => wxCall(type, ({ url }: RouteOptions) => void navigate(type, url));

export const routing = {
  navigateTo: wxCall('navigateTo', ({ url, events }: RouteOptions) => {
    const page = navigate('navigateTo', url);
    if (!page) return {};
    for (const [event, listener] of Object.entries(events ?? {})) page.channel.on(event, listener);
    return { eventChannel: page.channel };
  }),
  redirectTo: route('redirectTo'),
  switchTab: route('switchTab'),
  reLaunch: route('reLaunch'),
  navigateBack: wxCall('navigateBack', ({ delta }: { delta?: number }) => {
    navigate('navigateBack', '', delta ?? 1);
  }),
  pageScrollTo: wxCall(
    'pageScrollTo',
    ({
      scrollTop,
      selector,
      duration,
      offsetTop,
    }: {
      scrollTop?: number;
      selector?: string;
      duration?: number;
      offsetTop?: number;
    }) => {
      const page = pageStack().top();
      if (!page) return;
      const smooth = duration !== 0;
      if (selector === undefined) return page.scrollTo(scrollTop ?? 0, smooth);
      const node = page.component().getShadowRoot()?.querySelector(selector);
      if (!node) throw new Error(`${selector} is not found`);
      const element = node.getBackendElement() as unknown as HTMLElement;
      page.scrollTo(page.scrollTop() + element.getBoundingClientRect().top + (offsetTop ?? 0), smooth);
    },
  ),
  stopPullDownRefresh: wxCall('stopPullDownRefresh', () => pageStack().top()?.stopPullDown()),
  startPullDownRefresh: wxCall('startPullDownRefresh', () => pageStack().top()?.startPullDown()),
};
