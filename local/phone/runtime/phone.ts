import { getApp, launchApp, registerApp, watchVisibility } from './app-lifecycle';
import { part } from './chrome/dom';
import { openMenu } from './chrome/menu';
import { NavigationBar } from './chrome/navigation-bar';
import { TabBarView } from './chrome/tab-bar';
import { startClock, phoneNow } from './clock';
import { ComponentLoader } from './engine/component-loader';
import { watchSetData } from './engine/counters';
import { watchGestures } from './engine/gestures';
import { reportError, watchUncaughtErrors } from './error-log';
import { followChanges } from './live-reload';
import { useStack } from './pages/navigation';
import { PageStack } from './pages/page-stack';
import { choosePerson } from './person';
import { settings } from './settings';
import { createHooks } from './test-hooks';
import { applyTheme } from './theme';
import { openFileStore } from './wx/files/file-store';
import { openStorageRoom } from './wx/storage-room';
import { createWx } from './wx/wx';

async function start(): Promise<void> {
  watchUncaughtErrors();
  watchSetData();
  followChanges(() => window.__phone?.path() ?? '');
  if (window.__phoneMistake) return reportError(window.__phoneMistake, 'compile');
  await Promise.all([choosePerson(), startClock()]);
  await Promise.all([openFileStore(), openStorageRoom()]);
  const app = window.__phoneApp;
  const home = app.pages[0] ?? '';
  const area = part('pages');
  const viewport = (): DOMRect => stack.top()?.rect() ?? area.getBoundingClientRect();

  const loader = new ComponentLoader(app, viewport);
  const navigation = new NavigationBar({
    back: () => stack.navigateBack(1),
    home: () => void stack.reLaunch(`/${home}`),
    menu: () => void openMenu(stack),
  });
  const tabs = new TabBarView(app.tabBar, (path, index) => {
    const tapped = { index, pagePath: path, text: app.tabBar?.list[index]?.text ?? '' };
    stack.switchTab(`/${path}`).call('onTabItemTap', tapped);
  });
  const stack = new PageStack(app, loader, area, navigation, tabs);
  useStack(stack);
  watchGestures(area, viewport);
  watchVisibility();
  showTime();
  applyTheme();
  window.__phone = createHooks(stack);

  const open = (new URLSearchParams(location.search).get('path') || home).replace(/^\//, '');
  loader.runApp({
    wx: createWx(navigation, tabs),
    App: registerApp,
    getApp,
    getCurrentPages: () => stack.instances(),
  });
  const [path = home, query = ''] = open.split('?');
  launchApp({
    path,
    query: Object.fromEntries(new URLSearchParams(query)),
    scene: settings.scene,
    referrerInfo: {},
  });
  stack.reLaunch(`/${open}`);
}

function showTime(): void {
  const clock = part('status-time');
  const show = (): void => {
    clock.textContent = new Intl.DateTimeFormat('zh-CN', {
      timeStyle: 'short',
      timeZone: 'Asia/Shanghai',
    }).format(phoneNow());
  };
  show();
  setInterval(show, 1000);
}

start().catch((error: unknown) => reportError(error, 'start'));
