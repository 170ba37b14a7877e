import type { Value } from '../values/value';
import type { Doc } from '../values/value';

/** One operator on one field: checks its operand when parsed, then changes a copy of the document. */
export type ParseOperator = (path: string, operand: Value) => Change;
export type Change = (doc: Doc, path: string) => void;
