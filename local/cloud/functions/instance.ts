import { Worker } from 'node:worker_threads';
import type { Watched } from './host-memory';
import {
  OUT_OF_MEMORY,
  type FailureKind,
  type FromWorker,
  type Invocation,
  type LogLine,
  type ToWorker,
} from './protocol';

export type Ending = { ok: true; body: string } | { ok: false; kind: FailureKind; message: string };

const LOAD_LIMIT_MS = 20_000;

/** Those that live, the newest last. */
export const instances = new Set<Instance>();

/** One worker thread: a function's code loaded once, one call at a time. */
export class Instance implements Watched {
  private readonly worker: Worker;
  private end: ((ending: Ending) => void) | undefined;
  private looked;
  private onLog: (line: LogLine) => void = () => undefined;
  alive = true;
  onExit: () => void = () => undefined;

  constructor(
    workerFile: string,
    readonly memoryMb: number,
  ) {
    const resourceLimits = { maxOldGenerationSizeMb: memoryMb };
    this.worker = new Worker(workerFile, { resourceLimits, stdout: true, stderr: true });
    this.looked = this.worker.performance.eventLoopUtilization();
    instances.add(this);
    this.worker.stdout.resume();
    this.worker.stderr.resume();
    this.worker.on('message', (message: FromWorker) => this.receive(message));
    this.worker.on('error', (error: NodeJS.ErrnoException) => this.die(endingOf(error)));
    this.worker.on('exit', () =>
      this.die({ ok: false, kind: 'exited', message: 'Process exited unexpectedly' }),
    );
  }

  load(file: string, onLog: (line: LogLine) => void): Promise<Ending> {
    this.onLog = onLog;
    return this.ask({ type: 'load', file }, LOAD_LIMIT_MS);
  }

  run(invocation: Invocation, onLog: (line: LogLine) => void): Promise<Ending> {
    this.onLog = onLog;
    return this.ask({ type: 'run', invocation }, invocation.timeoutMs);
  }

  stop(): void {
    this.alive = false;
    instances.delete(this);
    void this.worker.terminate();
  }

  get running(): boolean {
    return this.end !== undefined;
  }

  workload(): number {
    const { performance } = this.worker;
    const now = performance.eventLoopUtilization();
    const { utilization } = performance.eventLoopUtilization(now, this.looked);
    this.looked = now;
    return utilization;
  }

  exceed(): Promise<unknown> {
    this.die({ ok: false, kind: 'out-of-memory', message: OUT_OF_MEMORY });
    return this.worker.terminate();
  }

  private ask(message: ToWorker, limitMs: number): Promise<Ending> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.die(tooSlow(limitMs)), limitMs);
      this.end = (ending) => {
        clearTimeout(timer);
        this.end = undefined;
        resolve(ending);
      };
      this.worker.postMessage(message);
    });
  }

  private receive(message: FromWorker): void {
    if (message.type === 'log') this.onLog(message.line);
    else if (message.type === 'loaded') this.end?.({ ok: true, body: '' });
    else if (message.type === 'answer') this.end?.({ ok: true, body: message.body });
    else if (message.kind === 'out-of-memory')
      this.die({ ok: false, kind: message.kind, message: message.message });
    else this.end?.({ ok: false, kind: message.kind, message: message.message });
  }

  private die(ending: Ending): void {
    if (this.alive) {
      this.stop();
      this.onExit();
    }
    this.end?.(ending);
  }
}

function tooSlow(limitMs: number): Ending {
  const message = `Invoking task timed out after ${limitMs / 1000} seconds`;
  return { ok: false, kind: 'timed-out', message };
}

function endingOf(error: NodeJS.ErrnoException): Ending {
  if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') {
    return { ok: false, kind: 'out-of-memory', message: OUT_OF_MEMORY };
  }
  return { ok: false, kind: 'threw', message: error.stack ?? String(error) };
}
