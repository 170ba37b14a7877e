import { sayable } from '../../../cloudfunctions/platform/report';

test.each([
  [
    'E11000 duplicate key error collection: members index: openid dup key: { openid: "oTrace7Zq2Lw9Xk4Vb6Nn1Mm3Pp5" }',
    'E11000 duplicate key error collection: members index: openid dup key: { openid: … }',
  ],
  ['no document with openid oTrace7Zq2Lw9Xk4Vb6Nn1Mm3Pp5', 'no document with openid …'],
  ['陈样国的电话是 13900000898', '… …'],
  ["Cannot read properties of undefined (reading 'name')", 'Cannot read properties of undefined (reading …)'],
  ['the data key sample is not in DATA_KEYS', 'the data key sample is not in DATA_KEYS'],
])('a log says what failed and nothing of a person: %s', (message, said) => {
  expect(sayable(message)).toBe(said);
});
