import type { Value } from '../values/value';
import type { Interval } from '../plan/interval';

/** A query, parsed once; the matcher and the planner both read it. */
export type Node =
  | { kind: 'and' | 'or' | 'nor'; nodes: Node[] }
  | { kind: 'field'; path: string; segments: string[]; test: Test };

export type Test = ValueTest | ElementTest | { kind: 'not'; tests: Test[] } | { kind: 'all'; tests: Test[] };

/** Asked of each value that the path reaches: of an array's elements and then of the array, or only of the whole. */
export interface ValueTest {
  kind: 'value';
  reach: 'elements' | 'whole';
  accepts: (value: Value | undefined) => boolean;
  /** Where in an index the accepted values lie; absent when an index does not help. */
  intervals?: () => Interval[];
  /** Whether, away from arrays, the intervals hold what is accepted and nothing else. */
  exact?: boolean;
  /** The one value asked for. */
  equal?: Value;
}

/** `$elemMatch`: one element must pass all of it. */
export interface ElementTest {
  kind: 'element';
  accepts: (element: Value) => boolean;
  inner: { query: Node } | { tests: Test[] };
}
