import * as z from 'zod/mini';
import * as f from '../../../typings/contract/fields';
import { idFieldsOf } from '../../support/id-fields';

test.each<[string, z.ZodMiniType, string[]]>([
  ['直接的', z.strictObject({ memberId: f.memberId, name: z.string() }), ['memberId']],
  ['可以空的', z.strictObject({ after: z.nullable(f.memberId) }), ['after']],
  ['名字上看不出的', z.strictObject({ who: z.optional(f.memberId) }), ['who']],
  ['一串', z.strictObject({ entries: z.array(f.entryId) }), ['entries']],
  [
    '里面的',
    z.strictObject({ to: z.union([z.strictObject({ shift: f.eventId }), z.literal('')]) }),
    ['to.shift'],
  ],
  ['形状是自己写的', z.strictObject({ visitId: z.string().check(z.minLength(1)) }), ['visitId']],
])('认得出编号：%s', (_rule, schema, fields) => {
  expect(idFieldsOf(schema)).toEqual(fields);
});
