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
  call('onLaunch', options);
  show();
}

function show(): void {
  if (!launch) return;
  call('onShow', launch);
  shown.emit(launch);
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

const launchOptions = (): LaunchOptions => launch ?? { path: '', query: {}, scene: 1001, referrerInfo: {} };

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
  getLaunchOptionsSync: launchOptions,
  getEnterOptionsSync: launchOptions,
};
