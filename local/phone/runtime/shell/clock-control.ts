import { el } from '../chrome/dom';
import { dayAndTime } from './day-and-time';

type CloudClock = { now: number; offset: number; frozen: boolean };

const POLL_MS = 2000;
const TICK_MS = 1000;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Less than this is the way to the cloud and back. */
const UNMOVED_MS = 1000;

/** 「2026-11-24 09:00」, China's time, as epoch milliseconds; null where it is not one. */
function instantOf(text: string): number | null {
  const [, date, time = '09:00'] = /^\s*(\d{4}-\d{2}-\d{2})(?:[ T](\d{2}:\d{2}))?\s*$/.exec(text) ?? [];
  const at = Date.parse(`${date}T${time}:00+08:00`);
  return Number.isFinite(at) ? at : null;
}

/** The one clock of the cloud and of both phones: what it says, and how to move it. */
export class ClockControl {
  readonly element: HTMLElement;
  private readonly time = el('output', { class: 'clock-time' });
  private readonly state = el('span', { class: 'clock-state' });
  private readonly stop = this.button('停住', () => this.post({ frozen: !this.clock.frozen }));
  private readonly target = el('input');
  private clock: CloudClock = { now: Date.now(), offset: 0, frozen: false };
  private readAt = Date.now();

  constructor(
    /** The phones look at the clock at once. */
    private readonly moved: () => void,
  ) {
    // A picker of the browser's writes the date as its own language does; text reads the same everywhere.
    this.target.placeholder = '2026-11-24 09:00';
    this.target.setAttribute('aria-label', '拨到');
    this.target.addEventListener('change', () => {
      const at = instantOf(this.target.value);
      this.target.setAttribute('aria-invalid', String(at === null));
      if (at !== null) void this.post({ at });
    });
    this.element = el('section', { class: 'clock', label: '时钟' }, [
      this.time,
      this.state,
      this.button('快 1 小时', () => this.post({ at: this.now() + HOUR })),
      this.button('快 1 天', () => this.post({ at: this.now() + DAY })),
      this.stop,
      el('label', { class: 'clock-target' }, [el('span', { text: '拨到' }), this.target]),
      this.button('回到现在', () => this.post({ frozen: false, offset: 0 })),
    ]);
    void this.refresh();
    setInterval(() => void this.refresh(), POLL_MS);
    setInterval(() => this.draw(), TICK_MS);
  }

  private button(text: string, onclick: () => Promise<void>): HTMLElement {
    return el('button', { text, onclick: () => void onclick() });
  }

  private now = (): number =>
    this.clock.frozen ? this.clock.now : this.clock.now + Date.now() - this.readAt;

  private async post(change: object): Promise<void> {
    await this.refresh({ method: 'POST', body: JSON.stringify(change) });
    this.moved();
  }

  private async refresh(request: RequestInit = {}): Promise<void> {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch('/local/clock', { headers, ...request }).catch(() => null);
    if (!response?.ok) return;
    this.clock = (await response.json()) as CloudClock;
    this.readAt = Date.now();
    this.draw();
  }

  private draw(): void {
    const { frozen, offset } = this.clock;
    this.time.textContent = dayAndTime(this.now());
    this.stop.textContent = frozen ? '继续走' : '停住';
    const moved = Math.abs(offset) > UNMOVED_MS;
    this.state.textContent = frozen ? '停着' : moved ? '拨过' : '现在';
  }
}
