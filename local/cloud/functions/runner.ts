import { randomBytes } from 'node:crypto';
import type { Clock } from '../clock/clock';
import { CloudError } from '../errors';
import { Ring } from '../http/ring';
import { personKey } from '../open-api/person-key';
import type { Fault } from '../faults/fault';
import type { Faults } from '../faults/faults';
import { setTimeout as sleep } from 'node:timers/promises';
import { readFunction } from './config';
import { callEnv, type Caller } from './environment';
import type { Host } from './host';
import { LARGEST_REQUEST, type LogLine, type Outcome } from './protocol';

/** One call as `/local/invocations` shows it. */
export interface InvocationRecord {
  seq: number;
  id: string;
  function: string;
  /** Tells people apart without saying who they are; null where no person called. */
  person: string | null;
  source: string;
  at: number;
  ms: number | null;
  cold: boolean | null;
  error: string | null;
  trips: number;
  logs: LogLine[];
}

export interface RunnerOptions {
  functionsDir: string;
  envId: string;
  instances: number;
}

export interface Called {
  id: string;
  outcome: Outcome;
  /** A fault on demand: who asked is not to hear of it. */
  lost: boolean;
}

const PERSON_LENGTH = 12;
const FAULT_KINDS: Fault['kind'][] = ['latency', 'error', 'slow', 'lost'];

/** Calls functions and keeps an account of the calls. */
export class Runner {
  readonly records = new Ring<InvocationRecord>(2000);
  private readonly byId = new Map<string, InvocationRecord>();
  /** Who is behind the calls that run; forgotten with their end. */
  private readonly callers = new Map<string, string>();

  constructor(
    private readonly host: Host,
    private readonly clock: Clock,
    private readonly options: RunnerOptions,
    private readonly faults: Faults,
  ) {}

  async call(name: string, event: unknown, caller: Caller): Promise<Called> {
    const { functionsDir, envId, instances } = this.options;
    const config = readFunction(functionsDir, name);
    const text = JSON.stringify(event ?? {});
    if (Buffer.byteLength(text) > LARGEST_REQUEST) {
      throw new CloudError('EXCEED_MAX_PAYLOAD_SIZE', `the request has more than ${LARGEST_REQUEST} bytes`);
    }
    const id = randomBytes(16).toString('hex');
    const record = this.begin(id, name, caller);
    if (caller.openid !== undefined) this.callers.set(id, caller.openid);
    const { file, version, timeoutMs, memoryMb } = config;
    const env = callEnv(id, name, envId, caller);
    const { latency, error, slow, lost } = this.faults.draw(`function:${name}`, FAULT_KINDS);
    if (latency) await sleep(latency.ms);
    const slowMs = slow?.ms ?? 0;
    const invocation = { id, name, file, version, event: text, env, timeoutMs, memoryMb, instances, slowMs };
    const outcome: Outcome = error
      ? { ok: false, kind: 'threw', message: error.message, cold: false, ms: 0 }
      : await this.host.invoke({ ...invocation, clock: this.clock.state() }, (line) =>
          record.logs.push(line),
        );
    this.callers.delete(id);
    record.ms = outcome.ms;
    record.cold = outcome.cold;
    record.error = outcome.ok ? null : `${outcome.kind}: ${outcome.message}`;
    return { id, outcome, lost: lost !== undefined };
  }

  /** The call behind a request: the SDKs send the call's id first in their `seqId`. */
  find(seqId: string | undefined): InvocationRecord | undefined {
    return this.byId.get((seqId ?? '').split('-')[0] ?? '');
  }

  /** Who made the call, while it runs. */
  openidOf(record: InvocationRecord | undefined): string | undefined {
    return record && this.callers.get(record.id);
  }

  private begin(id: string, name: string, caller: Caller): InvocationRecord {
    const record = this.records.add({
      id,
      function: name,
      person: caller.openid === undefined ? null : personKey(caller.openid).slice(0, PERSON_LENGTH),
      source: caller.source,
      at: this.clock.now(),
      ms: null,
      cold: null,
      error: null,
      trips: 0,
      logs: [],
    });
    this.byId.set(id, record.item);
    if (record.dropped) this.byId.delete(record.dropped.id);
    return record.item;
  }
}
