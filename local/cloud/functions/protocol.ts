import type { ClockState } from '../clock/clock';

/** What goes between the gateway and the process that runs the functions, and on to a worker. */
export interface Invocation {
  id: string;
  name: string;
  file: string;
  /** Changes when the function is built anew, so that no instance keeps the old code. */
  version: string;
  event: string;
  env: Record<string, string>;
  clock: ClockState;
  timeoutMs: number;
  memoryMb: number;
  instances: number;
  /** A fault on demand: so long before the function's code begins, within its time limit. */
  slowMs: number;
}

export type FailureKind = 'threw' | 'timed-out' | 'out-of-memory' | 'exited' | 'too-large';

export type Outcome =
  | { ok: true; body: string; cold: boolean; ms: number }
  | { ok: false; kind: FailureKind; message: string; cold: boolean; ms: number };

export interface LogLine {
  level: string;
  text: string;
}

export type ToHost = { type: 'invoke'; invocation: Invocation } | { type: 'close' };

export type FromHost =
  | { type: 'ready' }
  | { type: 'log'; id: string; line: LogLine }
  | { type: 'done'; id: string; outcome: Outcome };

export type ToWorker = { type: 'load'; file: string } | { type: 'run'; invocation: Invocation };

export type FromWorker =
  | { type: 'loaded' }
  | { type: 'log'; line: LogLine }
  | { type: 'answer'; body: string }
  | { type: 'failure'; kind: FailureKind; message: string };

export const OUT_OF_MEMORY = 'the function used more memory than it may';
export const LARGEST_ANSWER = 1024 * 1024;
export const LARGEST_REQUEST = 100 * 1024;
