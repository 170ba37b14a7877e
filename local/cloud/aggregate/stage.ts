import type { Catalog } from '../store/catalog';
import type { Trace } from '../store/documents';
import type { Doc, Value } from '../values/value';
import type { Scope } from './scope';

/** Where a pipeline runs: on whose documents, with which variables, at what time. */
export interface Setting {
  catalog: Catalog;
  trace: Trace;
  now: number;
  variables: Scope['variables'];
  run: (collection: string, steps: Step[], setting: Setting) => Iterable<Doc>;
}

/** Takes documents as they come and passes others on. */
export type Stage = (docs: Iterable<Doc>, setting: Setting) => Iterable<Doc>;

/** Reads what a stage asks for. */
export type ParseStage = (operand: Value) => Stage;

/** One stage as the wire has it. */
export interface Step {
  name: string;
  operand: Value;
}

export function scopeOf(doc: Doc, { variables, now }: Setting): Scope {
  return { root: doc, variables, now };
}
