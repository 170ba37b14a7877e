import { listenerPair } from './wx/call';
import { settings, type Theme } from './settings';

const changed = listenerPair<{ theme: Theme }>();

/** Only an app that says `"darkmode": true` in its app.json is told of the phone's theme, as in WeChat. */
const follows = (): boolean => window.__phoneApp.darkmode;

export const appTheme = (): Theme | undefined => (follows() ? settings.theme : undefined);

export function setTheme(theme: Theme): void {
  if (settings.theme === theme) return;
  settings.theme = theme;
  applyTheme();
  if (follows()) changed.emit({ theme });
}

/** Style sheets that ask `prefers-color-scheme` are answered by the frame around the phone. */
export function applyTheme(): void {
  const scheme = appTheme() ?? 'light';
  const frame = window.frameElement as HTMLElement | null;
  if (frame) frame.style.colorScheme = scheme;
  document.documentElement.style.colorScheme = scheme;
}

export const themeEvents = { onThemeChange: changed.on, offThemeChange: changed.off };
