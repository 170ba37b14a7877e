import type { Action } from '../actions/request';
import { collectionOf, ejsonOf } from '../actions/request';
import { Answer } from '../actions/answer';
import { invalid } from '../errors';
import { runPipeline } from './pipeline';
import type { Step } from './stage';

/** `aggregate()`: each stage is a name and its extended JSON. */
export const aggregateDocuments: Action = {
  writes: false,
  run: (context) => {
    const { body, catalog, trace, now } = context;
    const stages = body['stages'];
    if (!Array.isArray(stages)) throw invalid('stages must be an array');
    if (body['transactionId'] !== undefined)
      throw invalid('an aggregation inside a transaction is not supported');
    collectionOf(context);
    const steps = stages.map((stage: unknown): Step => {
      const { stageKey: name, stageValue: text } = (stage ?? {}) as Record<string, unknown>;
      if (typeof name !== 'string') throw invalid('each stage needs a stageKey');
      return { name, operand: ejsonOf(name, text, now) };
    });
    const answer = new Answer();
    const setting = { catalog, trace, now, variables: {}, run: runPipeline };
    for (const doc of runPipeline(String(body['collectionName']), steps, setting)) answer.add(doc);
    trace.returned = answer.list.length;
    return { data: { list: answer.list } };
  },
};
