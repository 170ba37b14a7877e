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
  if (!follows()) return;
  repaint.emit();
  changed.emit({ theme });
}

const repaint = listenerPair<void>();
export const onRepaint = repaint.on;

/** A style sheet in which every `prefers-color-scheme` has its answer: the browser would tell the machine's own theme. */
export function answerTheme(css: string): string {
  const theme = appTheme() ?? 'light';
  return css.replace(/\(\s*prefers-color-scheme\s*:\s*(dark|light)\s*\)/g, (_, asked) =>
    asked === theme ? '(min-width: 0)' : '(max-width: 0)',
  );
}

/** What the browser draws by itself, scroll bars and the like. */
export function applyTheme(): void {
  const scheme = appTheme() ?? 'light';
  const frame = window.frameElement as HTMLElement | null;
  if (frame) frame.style.colorScheme = scheme;
  document.documentElement.style.colorScheme = scheme;
}

export const themeEvents = { onThemeChange: changed.on, offThemeChange: changed.off };
