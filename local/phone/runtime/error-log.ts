/** What went wrong in the app: shown on the phone, and kept for the tests. */
const messages: string[] = [];
let panel: HTMLElement | null = null;

window.__phoneErrors = messages;

export const errorMessages = (): string[] => [...messages];

export function reportError(error: unknown, where = ''): void {
  const text = `${describe(error)}${where ? ` (${where})` : ''}`;
  messages.push(text);
  render();
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

function render(): void {
  panel ??= createPanel();
  panel.hidden = false;
  const list = panel.querySelector('ol');
  const item = document.createElement('li');
  item.textContent = messages.at(-1) ?? '';
  list?.append(item);
  const count = panel.querySelector('summary');
  if (count) count.textContent = `程序出错 ${messages.length} 处：${messages.at(-1) ?? ''}`;
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
