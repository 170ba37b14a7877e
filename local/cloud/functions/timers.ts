import type { Clock } from '../clock/clock';
import { nextTime, parseCron } from '../clock/cron';
import { CloudError } from '../errors';
import type { Faults } from '../faults/faults';
import { listFunctions, readFunction, type Trigger } from './config';
import type { Outcome } from './protocol';
import type { Runner } from './runner';

const CHECK_MS = 1000;

export interface TimerView {
  function: string;
  trigger: string;
  cron: string;
  /** Epoch milliseconds by the cloud's clock; null when never again, or when the expression cannot be read. */
  next: number | null;
  fired: number;
}

interface Due {
  name: string;
  trigger: Trigger;
  at: number;
}

/**
 * Fires the timers of `config.json` by the cloud's clock. A clock that jumps forward fires each timer that lies between
 * once, the one that was due first going first: a day is 288 firings of a five-minute sweep, and a sweep does in one run
 * whatever has become due. A jump back fires nothing.
 */
export class Timers {
  private readonly since = new Map<string, number>();
  private readonly fired = new Map<string, number>();
  private readonly complaints = new Set<string>();
  private interval: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly functionsDir: string,
    private readonly runner: Runner,
    private readonly clock: Clock,
    private readonly faults: Faults,
  ) {}

  start(): void {
    this.interval = setInterval(() => void this.caughtUp(), CHECK_MS);
    void this.caughtUp();
  }

  stop(): void {
    clearInterval(this.interval);
    this.interval = undefined;
  }

  /** Fires what is due by now, and answers when it has run; with timers off it fires nothing. */
  caughtUp(): Promise<void> {
    if (this.interval === undefined) return this.running;
    const due = listFunctions(this.functionsDir).flatMap((name) => this.dueOf(name));
    due.sort((a, b) => a.at - b.at);
    if (due.length > 0) this.running = this.running.then(() => this.fireAll(due));
    return this.running;
  }

  list(): TimerView[] {
    return listFunctions(this.functionsDir).flatMap((name) =>
      this.triggersOf(name).map((trigger) => ({
        function: name,
        trigger: trigger.name,
        cron: trigger.config,
        next: this.nextOf(name, trigger),
        fired: this.fired.get(keyOf(name, trigger.name)) ?? 0,
      })),
    );
  }

  async fire(name: string, triggerName: string): Promise<Outcome> {
    if (!readFunction(this.functionsDir, name).triggers.some((one) => one.name === triggerName)) {
      throw new CloudError('TRIGGER_NOT_FOUND', `the function ${name} has no timer named ${triggerName}`);
    }
    const key = keyOf(name, triggerName);
    if (this.faults.draw(`timer:${key}`, ['timerTwice']).timerTwice) await this.fireOnce(name, triggerName);
    return this.fireOnce(name, triggerName);
  }

  private async fireAll(due: Due[]): Promise<void> {
    for (const { name, trigger } of due) {
      await this.fire(name, trigger.name).catch((error: unknown) => this.complain(name, error));
    }
  }

  private async fireOnce(name: string, triggerName: string): Promise<Outcome> {
    const key = keyOf(name, triggerName);
    this.fired.set(key, (this.fired.get(key) ?? 0) + 1);
    const time = new Date(this.clock.now()).toISOString().replace(/\.\d+Z$/, 'Z');
    const event = { Type: 'Timer', TriggerName: triggerName, Time: time, Message: '' };
    const { outcome } = await this.runner.call(name, event, { openid: undefined, source: 'wx_trigger' });
    return outcome;
  }

  private dueOf(name: string): Due[] {
    return this.triggersOf(name).flatMap((trigger) => {
      const now = this.clock.now();
      const key = keyOf(name, trigger.name);
      const since = this.since.get(key);
      this.since.set(key, now);
      if (since === undefined || now < since) return [];
      const at = this.nextOf(name, trigger, since);
      return at !== null && at <= now ? [{ name, trigger, at }] : [];
    });
  }

  private nextOf(name: string, { config }: Trigger, after = this.clock.now()): number | null {
    try {
      return nextTime(parseCron(config), after) ?? null;
    } catch (error) {
      this.complain(name, error);
      return null;
    }
  }

  private triggersOf(name: string): Trigger[] {
    try {
      return readFunction(this.functionsDir, name).triggers;
    } catch (error) {
      this.complain(name, error);
      return [];
    }
  }

  private complain(name: string, error: unknown): void {
    const text = `the timers of ${name}: ${error instanceof Error ? error.message : String(error)}`;
    if (!this.complaints.has(text)) console.error(text);
    this.complaints.add(text);
  }
}

function keyOf(name: string, trigger: string): string {
  return `${name}/${trigger}`;
}
