import type { ClockView } from '../../clock/clock';
import { showFaults, showTimers } from './controls';
import { bad, element, timeOf, type Piece } from './dom';
import { showInvocations, showOutbox, showRequests } from './happened';
import { ask } from './server';
import { showDocuments, showIndexes } from './stored';

type Show = (path: string[], again: () => Promise<void>) => Promise<Piece[]>;

const TABS: Record<string, { title: string; show: Show }> = {
  collections: { title: '集合', show: showDocuments },
  indexes: { title: '索引', show: showIndexes },
  requests: { title: '请求', show: showRequests },
  invocations: { title: '函数', show: showInvocations },
  outbox: { title: '消息', show: showOutbox },
  timers: { title: '定时器', show: showTimers },
  faults: { title: '故障', show: showFaults },
};
const EVERY_MS = 2000;

let turn = 0;

async function show(): Promise<void> {
  const mine = ++turn;
  const [name = '', ...path] = location.hash.slice(1).split('/').map(decodeURIComponent);
  const current = name in TABS ? name : 'collections';
  const pieces = await (TABS[current]?.show(path, show) ?? Promise.resolve([])).catch((error: unknown) => [
    element('p', { class: 'empty' }, bad(error instanceof Error ? error.message : String(error))),
  ]);
  const clock = await ask<ClockView>('/local/clock').catch(() => undefined);
  if (mine !== turn) return;
  document.querySelector('#tabs')?.replaceChildren(...tabs(current));
  document.querySelector('[aria-current]')?.scrollIntoView({ inline: 'nearest', block: 'nearest' });
  document.querySelector('#view')?.replaceChildren(...pieces.map(asNode));
  const standing = document.querySelector('#standing');
  if (standing)
    standing.textContent = clock ? `${timeOf(clock.now)}${clock.frozen ? ' 停住' : ''}` : '云已停';
}

function asNode(piece: Piece): Node | string {
  return typeof piece === 'number' ? String(piece) : piece;
}

function tabs(current: string): Node[] {
  return Object.entries(TABS).map(([name, { title }]) =>
    element('a', { href: `#${name}`, ...(name === current ? { 'aria-current': 'page' } : {}) }, title),
  );
}

/** Somebody who reads, has opened something or marks text is not disturbed. */
function isQuiet(): boolean {
  const reading = document.querySelector('details[open], pre') !== null;
  return (
    !document.hidden &&
    !reading &&
    getSelection()?.isCollapsed !== false &&
    !document.activeElement?.matches('button')
  );
}

/** The beginning of what was chosen, for eyes and for screen readers; the head would cover it otherwise. */
function begin(): void {
  document.querySelector<HTMLElement>('#view')?.focus({ preventScroll: true });
  scrollTo(0, 0);
}

addEventListener('hashchange', () => void show().then(begin));
setInterval(() => {
  if (isQuiet()) void show();
}, EVERY_MS);
void show();
