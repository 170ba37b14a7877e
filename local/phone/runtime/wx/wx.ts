import type { NavigationBar } from '../chrome/navigation-bar';
import type { TabBarView } from '../chrome/tab-bar';
import { appEvents } from '../app-lifecycle';
import { reportError } from '../error-log';
import { authorization } from './authorization';
import { bars } from './bars';
import { cloud } from './cloud';
import { device } from './device';
import { feedback } from './feedback';
import { network } from './network';
import { privacy } from './privacy';
import { routing } from './routing';
import { storage } from './storage';
import { subscribe } from './subscribe';
import { system } from './system';

/** `wx` as the app sees it. What the phone lacks fails loudly, by name. */
export function createWx(navigation: NavigationBar, tabs: TabBarView): object {
  const members: Record<string, unknown> = {
    ...routing,
    ...bars(navigation, tabs),
    ...feedback,
    ...storage,
    ...system,
    ...network,
    ...device((title) => void feedback.showToast({ title, icon: 'none' })),
    ...subscribe,
    ...privacy,
    ...authorization,
    ...appEvents,
    cloud: loud('wx.cloud', cloud),
    env: { USER_DATA_PATH: 'wxfile://usr' },
  };
  members['canIUse'] = (schema: string) => schema.split('.')[0]! in members;
  known = [...Object.keys(members), ...Object.keys(cloud).map((name) => `cloud.${name}`)];
  return loud('wx', members);
}

/** Everything that `wx` has on this phone, for the test that compares it with what the app names. */
export const memberNames = (): string[] => known;
let known: string[] = [];

function loud(name: string, members: object): object {
  return new Proxy(members, {
    get(target, member, receiver) {
      if (member in target || typeof member === 'symbol')
        return Reflect.get(target, member, receiver) as unknown;
      const error = new Error(`${name}.${member} is not available on the local phone`);
      reportError(error);
      throw error;
    },
  });
}
