import type { Person } from './people';

/** Both say it, and say otherwise. */
export const differ = (one: Person, other: Person, field: 'phone' | 'gridId') =>
  Boolean(one[field] && other[field] && one[field] !== other[field]);

/** 同名的两个人，电话和网格都分不开。 */
export const alike = (one: Person, other: Person) =>
  one.name === other.name && !differ(one, other, 'phone') && !differ(one, other, 'gridId');

/** Whether a person typed in by hand is one that stands there already. Whoever keeps their name has been told apart before. */
export const clashing = (typed: Person, other: Person, nameBefore: string | undefined) =>
  (typed.phone !== null && typed.phone === other.phone) || (typed.name !== nameBefore && alike(typed, other));
