import { z } from 'zod';
import { invalid } from '../errors';

const LONGEST_MS = 120_000;
const ms = z.number().int().min(1).max(LONGEST_MS);

/** Which requests: a wire action, an open interface, `function:NAME`, `timer:NAME/TRIGGER`; `*` at the end means any. */
const wire = /^(\*|(database|storage|functions)\.([A-Za-z]+|\*)|wx\.openApi(:[A-Za-z.]+|:\*)?)$/;
const called = /^(\*|function:([A-Za-z][\w-]*|\*))$/;
const wireOrCalled = new RegExp(`${wire.source}|${called.source}`);

const common = {
  /** So many hits, then it is gone; without it until it is taken away. */
  next: z.number().int().min(1).max(1_000_000).optional(),
  /** Of the requests that match, drawn from `seed`: the same seed hits the same ones. */
  probability: z.number().gt(0).max(1).default(1),
  seed: z.number().int().min(0).max(0xffffffff).default(1),
};

const fault = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('latency'), action: z.string().regex(wireOrCalled), ms, ...common }),
  z.strictObject({
    kind: z.literal('error'),
    action: z.string().regex(wireOrCalled),
    code: z
      .string()
      .regex(/^[A-Z][A-Z_]{2,60}$/)
      .default('SYS_ERR'),
    message: z.string().max(200).default('a fault on demand'),
    ...common,
  }),
  z.strictObject({ kind: z.literal('lost'), action: z.string().regex(wireOrCalled), ...common }),
  z.strictObject({
    kind: z.literal('conflict'),
    action: z.string().regex(/^(\*|database\.([A-Za-z]+|\*))$/),
    ...common,
  }),
  z.strictObject({ kind: z.literal('slow'), action: z.string().regex(called), ms, ...common }),
  z.strictObject({
    kind: z.literal('timerTwice'),
    action: z.string().regex(/^(\*|timer:([A-Za-z][\w-]*\/)?([^/]+|\*))$/),
    ...common,
  }),
]);

export type Fault = z.output<typeof fault>;
export type FaultInput = z.input<typeof fault>;

const several = z.array(fault).max(100);

/** One fault or a list of them; what is wrong is named by its place. */
export function readFaults(value: unknown): Fault[] {
  const read = several.safeParse(Array.isArray(value) ? value : [value]);
  if (read.success) return read.data;
  const [first] = read.error.issues;
  const where = first?.path.join('.') ?? '';
  throw invalid(`fault ${where}: ${first?.message ?? 'cannot be read'}`);
}
