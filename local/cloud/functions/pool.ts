import type { Ending, Instance } from './instance';
import type { Invocation, LogLine, Outcome } from './protocol';

interface Waiting {
  invocation: Invocation;
  onLog: (line: LogLine) => void;
  answer: (outcome: Outcome) => void;
}

/** The instances of one function: started on demand up to the limit, the rest wait in line. */
export class Pool {
  private readonly idle: Instance[] = [];
  private readonly queue: Waiting[] = [];
  private busy = 0;
  private version = '';

  constructor(private readonly start: (memoryMb: number) => Instance) {}

  invoke(invocation: Invocation, onLog: (line: LogLine) => void): Promise<Outcome> {
    if (invocation.version !== this.version) this.renew(invocation.version);
    return new Promise((answer) => {
      this.queue.push({ invocation, onLog, answer });
      this.next();
    });
  }

  stop(): void {
    this.renew('');
  }

  private renew(version: string): void {
    this.version = version;
    for (const instance of this.idle.splice(0)) instance.stop();
  }

  private next(): void {
    const first = this.queue[0];
    if (first === undefined) return;
    const warm = this.idle.pop();
    if (warm === undefined && this.busy >= first.invocation.instances) return;
    this.queue.shift();
    this.busy++;
    void this.serve(first, warm).finally(() => {
      this.busy--;
      this.next();
    });
  }

  private async serve({ invocation, onLog, answer }: Waiting, warm: Instance | undefined): Promise<void> {
    const began = Date.now();
    const instance = warm ?? this.start(invocation.memoryMb);
    instance.onExit = () => this.forget(instance);
    const loaded: Ending = warm ? { ok: true, body: '' } : await instance.load(invocation.file, onLog);
    const ending = loaded.ok ? await instance.run(invocation, onLog) : loaded;
    if (!loaded.ok || invocation.version !== this.version) instance.stop();
    else if (instance.alive) this.idle.push(instance);
    answer({ ...ending, cold: warm === undefined, ms: Date.now() - began });
  }

  private forget(instance: Instance): void {
    const at = this.idle.indexOf(instance);
    if (at >= 0) this.idle.splice(at, 1);
  }
}
