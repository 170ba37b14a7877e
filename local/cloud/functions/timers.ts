import type { Clock } from '../clock/clock';
import { nextTime, parseCron } from '../clock/cron';
import { CloudError } from '../errors';
import { listFunctions, readFunction, type Trigger } from './config';
import type { Outcome } from './protocol';
import type { Runner } from './runner';

const CHECK_MS = 1000;

/** Fires the timers of `config.json` by the cloud's clock; a clock that jumps fires each at most once. */
export class Timers {
  private readonly since = new Map<string, number>();
  private readonly complaints = new Set<string>();
  private interval: NodeJS.Timeout | undefined;

  constructor(
    private readonly functionsDir: string,
    private readonly runner: Runner,
    private readonly clock: Clock,
  ) {}

  start(): void {
    void this.check();
    this.interval = setInterval(() => void this.check(), CHECK_MS);
  }

  stop(): void {
    clearInterval(this.interval);
  }

  /** Looks at every trigger now; answers when what is due has run. */
  async check(): Promise<void> {
    await Promise.all(
      listFunctions(this.functionsDir).map((name) =>
        this.checkFunction(name).catch((error: unknown) => this.complain(name, error)),
      ),
    );
  }

  private async checkFunction(name: string): Promise<void> {
    const due = this.triggersOf(name).filter((trigger) => this.isDue(`${name}/${trigger.name}`, trigger));
    for (const trigger of due) await this.fire(name, trigger.name);
  }

  private complain(name: string, error: unknown): void {
    const text = `the timers of ${name}: ${error instanceof Error ? error.message : String(error)}`;
    if (!this.complaints.has(text)) console.error(text);
    this.complaints.add(text);
  }

  async fire(name: string, triggerName: string): Promise<Outcome> {
    const trigger = this.triggersOf(name).find((one) => one.name === triggerName);
    if (trigger === undefined) {
      throw new CloudError('TRIGGER_NOT_FOUND', `the function ${name} has no timer named ${triggerName}`);
    }
    const time = new Date(this.clock.now()).toISOString().replace(/\.\d+Z$/, 'Z');
    const event = { Type: 'Timer', TriggerName: triggerName, Time: time, Message: '' };
    const { outcome } = await this.runner.call(name, event, { openid: undefined, source: 'wx_trigger' });
    return outcome;
  }

  private triggersOf(name: string): Trigger[] {
    return readFunction(this.functionsDir, name).triggers;
  }

  private isDue(key: string, { config }: Trigger): boolean {
    const now = this.clock.now();
    const since = this.since.get(key);
    this.since.set(key, now);
    if (since === undefined || now < since) return false;
    const next = nextTime(parseCron(config), since);
    return next !== undefined && next <= now;
  }
}
