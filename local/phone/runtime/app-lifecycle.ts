import { reportError } from './error-log';
import { listenerPair } from './wx/call';

export type LaunchOptions = {
  path: string;
  query: Record<string, string>;
  scene: number;
  referrerInfo: object;
};
type AppDefinition = Record<string, unknown>;

const shown = listenerPair<LaunchOptions>();
const hidden = listenerPair<void>();
const failed = listenerPair<string>();
const unhandled = listenerPair<{ reason: unknown; promise: Promise<unknown> }>();
const notFound = listenerPair<object>();

let app: AppDefinition | null = null;
let launch: LaunchOptions | null = null;
/** How it was opened the last time. */
let entered: LaunchOptions | null = null;

/** App(): registers the app's object. */
export function registerApp(definition: AppDefinition): void {
  if (app) throw new Error('App() is called twice');
  app = definition;
}

export const getApp = (): AppDefinition => app ?? {};

function call(name: string, ...args: unknown[]): void {
  const method = app?.[name];
  if (typeof method !== 'function') return;
  try {
    method.apply(app, args);
  } catch (error) {
    reportError(error, `app ${name}`);
  }
}

export function launchApp(options: LaunchOptions): void {
  if (!app) throw new Error('app.ts does not call App()');
  launch = options;
  entered = options;
  call('onLaunch', options);
  show();
}

function show(): void {
  if (!entered) return;
  call('onShow', entered);
  shown.emit(entered);
}

/** Somebody opened the running app by a card, a code or a message: it comes to the front anew. */
export function enterApp(options: LaunchOptions): void {
  hide();
  entered = options;
  show();
}

function hide(): void {
  call('onHide');
  hidden.emit();
}

/** Another window in front of the phone is the app in the background. */
export function watchVisibility(): void {
  document.addEventListener('visibilitychange', () => (document.hidden ? hide() : show()));
  window.addEventListener('error', (event) => failed.emit(String(event.error ?? event.message)));
  window.addEventListener('unhandledrejection', (event) =>
    unhandled.emit({ reason: event.reason, promise: event.promise }),
  );
}

const NOT_YET: LaunchOptions = { path: '', query: {}, scene: 1001, referrerInfo: {} };

export const appEvents = {
  onAppShow: shown.on,
  offAppShow: shown.off,
  onAppHide: hidden.on,
  offAppHide: hidden.off,
  onError: failed.on,
  offError: failed.off,
  onUnhandledRejection: unhandled.on,
  offUnhandledRejection: unhandled.off,
  onPageNotFound: notFound.on,
  offPageNotFound: notFound.off,
  getLaunchOptionsSync: (): LaunchOptions => launch ?? NOT_YET,
  getEnterOptionsSync: (): LaunchOptions => entered ?? NOT_YET,
};
