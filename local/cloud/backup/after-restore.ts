import type { ConsoleSettings } from '../console/console';
import { CloudError } from '../errors';
import type { Timers } from '../functions/timers';
import type { Handler } from '../http/server';
import type { Commits } from '../store/commits';
import { Meta } from '../store/meta';
import type { Sqlite } from '../store/sqlite';
import { RESTORED } from './restore';

/** So many runs of a timer that says `more` are a ledger of many thousands. */
const MOST_RUNS = 1_000;

/**
 * A backup may hold people who were deleted after it was taken. Until the timer that `console.json` names under `afterRestore` has run,
 * no phone is served from a restored folder.
 */
export class AfterRestore {
  private readonly meta: Meta;
  private running: Promise<void> | undefined;

  constructor(
    sqlite: Sqlite,
    private readonly commits: Commits,
    private readonly timers: Timers,
    private readonly timer: ConsoleSettings['afterRestore'],
  ) {
    this.meta = new Meta(sqlite);
  }

  /** At the start; where the function is not built yet, the first phone that asks sets it going. */
  async begin(): Promise<void> {
    await this.done().catch(() => undefined);
  }

  /** A handler that waits for it, and serves nobody where it fails. */
  before(handler: Handler): Handler {
    return async (request, response, url) => {
      await this.done();
      await handler(request, response, url);
    };
  }

  private done(): Promise<void> {
    this.running ??= this.run().catch((error: unknown) => {
      this.running = undefined;
      throw error;
    });
    return this.running;
  }

  private async run(): Promise<void> {
    if (this.timer === undefined || this.meta.get(RESTORED) !== true) return;
    const { function: name, trigger } = this.timer;
    for (let runs = 0; runs < MOST_RUNS; runs++) {
      const outcome = await this.timers.fire(name, trigger);
      const answer = outcome.ok ? (JSON.parse(outcome.body) as Answer | null) : undefined;
      if (answer?.ok !== true)
        throw new CloudError('RESTORING', `the timer ${name}/${trigger} did not do its work`);
      if (answer.data?.more !== true) {
        await this.commits.write(() => this.meta.put(RESTORED, false));
        return;
      }
    }
    throw new CloudError('RESTORING', `the timer ${name}/${trigger} does not come to its end`);
  }
}

interface Answer {
  ok?: boolean;
  data?: { more?: boolean };
}
