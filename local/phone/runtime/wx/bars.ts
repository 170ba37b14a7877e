import type { NavigationBar } from '../chrome/navigation-bar';
import type { TabBarView } from '../chrome/tab-bar';
import { pageStack } from '../pages/navigation';
import { wxCall } from './call';

/** What the app may change on the navigation bar and the tab bar. */
export function bars(navigation: NavigationBar, tabs: TabBarView) {
  return {
    setNavigationBarTitle: wxCall('setNavigationBarTitle', ({ title }: { title: string }) => {
      const page = pageStack().top();
      if (page) page.title = title;
      pageStack().refreshBars();
    }),
    setNavigationBarColor: wxCall(
      'setNavigationBarColor',
      ({ frontColor, backgroundColor }: { frontColor: '#ffffff' | '#000000'; backgroundColor: string }) => {
        const page = pageStack().top();
        if (!page) return;
        page.barText = frontColor === '#ffffff' ? 'white' : 'black';
        page.barBackground = backgroundColor;
        pageStack().refreshBars();
      },
    ),
    showNavigationBarLoading: wxCall('showNavigationBarLoading', () => navigation.loading(true)),
    hideNavigationBarLoading: wxCall('hideNavigationBarLoading', () => navigation.loading(false)),
    setTabBarBadge: wxCall('setTabBarBadge', ({ index, text }: { index: number; text: string }) =>
      tabs.setBadge(index, text.slice(0, 4)),
    ),
    removeTabBarBadge: wxCall('removeTabBarBadge', ({ index }: { index: number }) =>
      tabs.setBadge(index, null),
    ),
    showTabBarRedDot: wxCall('showTabBarRedDot', ({ index }: { index: number }) => tabs.setBadge(index, '')),
    hideTabBarRedDot: wxCall('hideTabBarRedDot', ({ index }: { index: number }) =>
      tabs.setBadge(index, null),
    ),
    showTabBar: wxCall('showTabBar', () => tabs.setHidden(false)),
    hideTabBar: wxCall('hideTabBar', () => tabs.setHidden(true)),
  };
}
