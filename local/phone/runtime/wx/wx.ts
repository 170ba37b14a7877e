import type { NavigationBar } from '../chrome/navigation-bar';
import type { TabBarView } from '../chrome/tab-bar';
import { appEvents } from '../app-lifecycle';
import { authorization } from './authorization';
import { bars } from './bars';
import { canvas } from './canvas-node';
import { cloud } from './cloud/cloud';
import { device } from './device';
import { feedback } from './feedback';
import { loud } from './loud';
import { USER_DATA_PATH } from './files/file-store';
import { documents } from './files/documents';
import { downloads } from './files/download';
import { fileSystem } from './files/file-system';
import { media } from './files/media';
import { network } from './network';
import { privacy } from './privacy';
import { places } from './places';
import { routing } from './routing';
import { scan } from './scan';
import { shareMenu } from './share-menu';
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
    ...fileSystem,
    ...downloads,
    ...media,
    ...documents,
    ...canvas,
    ...scan,
    ...places,
    ...shareMenu,
    ...authorization,
    ...appEvents,
    cloud: loud('wx.cloud', cloud),
    env: { USER_DATA_PATH },
  };
  members['canIUse'] = (schema: string) => schema.split('.')[0]! in members;
  known = [...Object.keys(members), ...Object.keys(cloud).map((name) => `cloud.${name}`)];
  return loud('wx', members);
}

/** Everything that `wx` has on this phone, for the test that compares it with what the app names. */
export const memberNames = (): string[] => known;
let known: string[] = [];
