import { CloudError, invalid } from '../errors';
import { LostAnswer } from '../faults/wire';
import { parseJson } from '../values/ejson-read';
import { FAILURES } from './failures';
import type { InvocationRecord, Runner } from './runner';

/** A function that calls a function hands on who called it. */
export async function invokeFunction(
  runner: Runner,
  body: Record<string, unknown>,
  from: InvocationRecord | undefined,
): Promise<Record<string, unknown>> {
  const { function_name: name, request_data: data } = body;
  if (typeof name !== 'string') throw invalid('function_name is missing');
  const event = typeof data === 'string' && data !== '' ? parseJson(data) : {};
  const source = from ? `${from.source},scf` : 'scf';
  const { outcome, lost } = await runner.call(name, event, { openid: runner.openidOf(from), source });
  if (lost) throw new LostAnswer();
  if (outcome.ok) return { data: { response_data: outcome.body } };
  const { code, words } = FAILURES[outcome.kind];
  throw new CloudError(code, `${words} | errMsg: ${outcome.message}`);
}
