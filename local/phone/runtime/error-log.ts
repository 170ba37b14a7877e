import { placeOf } from './source-places';

/** What went wrong in the app: shown on the phone, and kept for the tests. */
const messages: string[] = [];
let panel: HTMLElement | null = null;

window.__phoneErrors = messages;

export const errorMessages = (): string[] => [...messages];

export function reportError(error: unknown, where = ''): void {
  const text = `${describe(error)}${where ? ` (${where})` : ''}`;
  messages.push(text);
  const item = show(text);
  // Where it happened comes a moment later: the source map is fetched for the first mistake.
  placeOf(error)
    .then((place) => {
      if (place !== null) tell(item, `${place} ${text}`);
    })
    .catch((failure: unknown) => browserConsole.warn('source map', failure));
}

function describe(error: unknown): string {
  if (error instanceof Error) return `${error.name}: ${error.message}`;
  if (typeof error === 'string') return error;
  try {
    return JSON.stringify(error) ?? String(error);
  } catch {
    return String(error);
  }
}

function show(text: string): HTMLElement {
  panel ??= createPanel();
  panel.hidden = false;
  const item = document.createElement('li');
  panel.querySelector('ol')?.append(item);
  tell(item, text);
  return item;
}

/** Writes a line, and the newest into the summary. */
function tell(item: HTMLElement, text: string): void {
  item.textContent = text;
  const summary = panel?.querySelector('summary');
  const newest = item.parentElement?.lastElementChild?.textContent ?? '';
  if (summary) summary.textContent = `程序出错 ${messages.length} 处：${newest}`;
}

function createPanel(): HTMLElement {
  const aside = document.createElement('aside');
  aside.className = 'phone-errors';
  aside.setAttribute('aria-label', '程序错误');
  const close = document.createElement('button');
  close.type = 'button';
  close.textContent = '收起';
  close.onclick = () => (aside.hidden = true);
  const details = document.createElement('details');
  details.append(document.createElement('summary'), document.createElement('ol'));
  aside.append(details, close);
  document.body.append(aside);
  return aside;
}

/** The browser's console; the phone's own remarks go there. */
export const browserConsole = globalThis.console;

/** The console that the app's scripts see: errors also appear on the phone. */
export const appConsole: Console = new Proxy(browserConsole, {
  get(target, name: keyof Console) {
    if (name !== 'error') return Reflect.get(target, name) as unknown;
    return (...args: unknown[]) => {
      target.error(...args);
      reportError(args.map(describe).join(' '), 'console.error');
    };
  },
});

export function watchUncaughtErrors(): void {
  window.addEventListener('error', (event) => reportError(event.error ?? event.message));
  window.addEventListener('unhandledrejection', (event) =>
    reportError(event.reason, 'unhandled promise rejection'),
  );
}
