export type Piece = Node | string | number;

/** An element with its text: values never become markup. */
export function element(tag: string, attributes: Record<string, string>, ...pieces: Piece[]): HTMLElement {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...pieces.map((piece) => (typeof piece === 'number' ? String(piece) : piece)));
  return made;
}

export interface Column<T> {
  title: string;
  cell: (row: T) => Piece;
  look?: 'number' | 'short';
}

export function table<T>(columns: Column<T>[], rows: T[], empty: string): HTMLElement {
  if (rows.length === 0) return element('p', { class: 'empty' }, empty);
  const looks = ({ look }: Column<T>): Record<string, string> => (look ? { class: look } : {});
  const head = columns.map((column) => element('th', { scope: 'col', ...looks(column) }, column.title));
  const body = rows.map((row) =>
    element(
      'tr',
      {},
      ...columns.map((column) =>
        element('td', { 'data-label': column.title, ...looks(column) }, column.cell(row)),
      ),
    ),
  );
  return element(
    'div',
    { class: 'table' },
    element('table', {}, element('thead', {}, element('tr', {}, ...head)), element('tbody', {}, ...body)),
  );
}

export function button(title: string, press: (() => Promise<void>) | null): HTMLButtonElement {
  const made = element('button', { type: 'button' }, title) as HTMLButtonElement;
  made.disabled = press === null;
  made.addEventListener('click', () => {
    made.disabled = true;
    void press?.().finally(() => (made.disabled = false));
  });
  return made;
}

export function bad(text: string): HTMLElement {
  return element('span', { class: 'bad' }, text);
}

/** The studio's time, whatever this machine's is. */
export function timeOf(at: number | null): string {
  if (at === null) return '—';
  return new Date(at + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');
}

export function pretty(text: string): string {
  return JSON.stringify(JSON.parse(text), null, 2);
}
