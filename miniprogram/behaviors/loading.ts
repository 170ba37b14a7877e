import type { Outcome } from '../services/cloud';
import { changesSoFar } from '../services/session';
import type { FailureCode } from '../texts/errors';
import { failureText } from '../texts/errors';

/** 还没读到、骨架、读到了、没读到 */
type Phase = 'waiting' | 'skeleton' | 'ready' | 'failed';

/** Asking again would be answered the same. */
const FINAL: readonly FailureCode[] = ['not_member', 'forbidden', 'not_found'];
/** A skeleton that flashes is worse than none. */
const SKELETON_AFTER = 300;
/** A list read longer ago than this is read again when its screen comes back. */
const FRESH_FOR = 60_000;

/** 会载入的一屏：骨架、没读到、没有网络、再试一次。The page brings `refresh()`. */
export const loading = Behavior({
  data: { phase: 'waiting' as Phase, problem: '', final: false, offline: false, readAt: 0, changesSeen: 0 },
  methods: {
    /**
     * Waits for an answer, shows what `view` makes of it in the same write as the screen's phase; what was read before stays in sight
     * when a new reading fails.
     */
    async follow<T>(reading: Promise<Outcome<T>>, view: (data: T) => object): Promise<T | null> {
      const changesSeen = changesSoFar();
      const timer = setTimeout(() => this.showSkeleton(), SKELETON_AFTER);
      if (this.data.phase === 'failed') this.setData({ phase: 'waiting', problem: '' });
      const outcome = await reading;
      clearTimeout(timer);
      if (outcome.ok) {
        this.setData({
          phase: 'ready',
          problem: '',
          final: false,
          offline: false,
          readAt: Date.now(),
          changesSeen,
          ...view(outcome.data),
        });
        return outcome.data;
      }
      const shown = this.data.readAt > 0;
      const offline = shown && outcome.code === 'network';
      this.setData({
        phase: shown ? 'ready' : 'failed',
        problem: offline ? '' : failureText(outcome),
        final: FINAL.includes(outcome.code),
        offline,
      });
      return null;
    },
    showSkeleton() {
      if (this.data.phase === 'waiting') this.setData({ phase: 'skeleton' });
    },
    isStale(): boolean {
      const { readAt, changesSeen } = this.data;
      return changesSeen !== changesSoFar() || Date.now() - readAt > FRESH_FOR;
    },
  },
});
