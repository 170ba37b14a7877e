import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { FromHost, Invocation, LogLine, Outcome, ToHost } from './protocol';

interface Pending {
  onLog: (line: LogLine) => void;
  settle: (outcome: Outcome) => void;
}

/** The process beside the gateway that runs the functions; started anew when it dies. */
export class Host {
  private child: ChildProcess | undefined;
  private readonly pending = new Map<string, Pending>();
  private closed = false;

  private constructor(
    private readonly file: string,
    private readonly env: Record<string, string>,
  ) {
    this.start();
  }

  static async open(dataDir: string, env: Record<string, string>): Promise<Host> {
    const outdir = join(dataDir, 'host');
    await build({
      entryPoints: [join(__dirname, 'host-process.ts'), join(__dirname, 'worker.ts')],
      bundle: true,
      platform: 'node',
      target: 'node20',
      outdir,
      logLevel: 'silent',
    });
    return new Host(join(outdir, 'host-process.js'), env);
  }

  get pid(): number | undefined {
    return this.child?.pid;
  }

  invoke(invocation: Invocation, onLog: (line: LogLine) => void): Promise<Outcome> {
    return new Promise((settle) => {
      this.pending.set(invocation.id, { onLog, settle });
      this.tell({ type: 'invoke', invocation });
    });
  }

  async close(): Promise<void> {
    this.closed = true;
    const { child } = this;
    if (child === undefined) return;
    const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    child.kill('SIGKILL');
    await gone;
  }

  private tell(message: ToHost): void {
    const child = this.child ?? this.start();
    child.send(message, (error) => {
      if (error) this.lose(child);
    });
  }

  private start(): ChildProcess {
    const child = fork(this.file, {
      env: this.env,
      execArgv: [],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    child.on('message', (message: FromHost) => this.receive(message));
    child.on('exit', () => this.lose(child));
    child.on('error', () => this.lose(child));
    this.child = child;
    return child;
  }

  private receive(message: FromHost): void {
    if (message.type === 'log') this.pending.get(message.id)?.onLog(message.line);
    if (message.type !== 'done') return;
    const pending = this.pending.get(message.id);
    this.pending.delete(message.id);
    pending?.settle(message.outcome);
  }

  private lose(child: ChildProcess): void {
    if (this.child !== child) return;
    this.child = undefined;
    for (const { settle } of this.pending.values()) {
      settle({
        ok: false,
        kind: 'exited',
        message: 'the process of the functions ended',
        cold: false,
        ms: 0,
      });
    }
    this.pending.clear();
    if (!this.closed) this.start();
  }
}
