import type { Answer, ErrorCode } from '../../typings/contract';
import { BAD_TEXT, ID_NUMBER } from '../../typings/contract/fields';
import { type Actor, admit, type Where } from './admit';
import { now } from './clock';
import { type Caller, caller } from './identity';
import { note } from './audit';
import { report } from './report';
import { type Outcome, refuse, type UseCase } from './use-case';

/** A function's use cases, each loaded when first called. */
export type UseCases = Record<string, () => Promise<{ default: UseCase }>>;

/** The largest of our forms is far below this; the platform itself stops at 100 KB. */
const MOST_CHARACTERS = 30_000;

interface Event {
  action?: unknown;
  data?: unknown;
  /** Of a timer: the trigger bears the verb's name. */
  TriggerName?: unknown;
  /** Of the platform's own events. */
  Event?: unknown;
}

/** Which verb hears of which event of the platform. */
export type Pushes = Record<string, string>;

/** The only pipeline: which action, well-formed, who and may they, run, and only whitelisted fields go out. */
export function serve(useCases: UseCases, pushes: Pushes = {}): (event: Event) => Promise<Answer<unknown>> {
  return async (event) => {
    try {
      return await answer(useCases, pushes, event);
    } catch (error) {
      report(actionOf(event), error, caller().openid);
      return refuse('unavailable');
    }
  };
}

async function answer(useCases: UseCases, pushes: Pushes, event: Event): Promise<Answer<unknown>> {
  const who = caller();
  const { name, data } = asked(who, pushes, event);
  const verb = name.slice(name.indexOf('.') + 1);
  const load = Object.hasOwn(useCases, verb) ? useCases[verb] : undefined;
  if (!load) return refuse('unknown_action');
  const { default: useCase } = await load();
  if (!who.timer && !who.push && useCase.action !== name) return refuse('unknown_action');
  if (JSON.stringify(data ?? null).length > MOST_CHARACTERS) return refuse('too_large');

  const request = useCase.schema.request.safeParse(data);
  if (!request.success) return refuse(codeOf(request.error.issues));
  const admitted = await admit(useCase, who, whereOf(request.data), now());
  const outcome =
    'refusal' in admitted ? admitted.refusal : await useCase.run(request.data, admitted.context);
  await keep(useCase, request.data, admitted.actor, outcome);
  return outcome.ok ? { ok: true, data: useCase.schema.response.parse(outcome.data) } : outcome;
}

/** What is called, with what: by a timer, by the platform, by a person. */
function asked({ timer, push }: Caller, pushes: Pushes, event: Event): { name: string; data: unknown } {
  if (timer) return { name: String(event.TriggerName), data: {} };
  if (!push) return { name: typeof event.action === 'string' ? event.action : '', data: event.data };
  const told = String(event.Event);
  return { name: Object.hasOwn(pushes, told) ? (pushes[told] ?? '') : '', data: event };
}
/** For the log: only what looks like an action is one. */
const actionOf = ({ action, TriggerName }: Event): string => {
  const name = action ?? TriggerName;
  return typeof name === 'string' && /^[a-z]+(\.[a-zA-Z]+)?$/.test(name) ? name : '?';
};

/** Into the audit, successes and refusals. */
async function keep(useCase: UseCase, request: unknown, actor: Actor, outcome: Outcome): Promise<void> {
  const audited = useCase.audit?.(request);
  if (!audited) return;
  await note({
    studioId: whereOf(request).studioId,
    at: now(),
    ...actor,
    action: useCase.action,
    ...audited,
    ...(outcome.ok && outcome.actor),
    outcome: outcome.ok ? 'ok' : outcome.code,
  });
}

/** Only where every wrong field is a text refused for one reason is that reason the answer. */
function codeOf(issues: { message: string }[]): ErrorCode {
  const only = (mark: ErrorCode) => issues.every((issue) => issue.message === mark);
  return ([BAD_TEXT, ID_NUMBER] as const).find((mark) => only(mark)) ?? 'bad_request';
}

function whereOf(request: unknown): Where {
  const { studioId, townId } = request as Partial<Record<keyof Where, unknown>>;
  const named = (id: unknown) => (typeof id === 'string' ? id : '');
  return { studioId: named(studioId), townId: named(townId) };
}
