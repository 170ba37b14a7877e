import type { MyData, Request } from '../../../typings/contract';
import { myData as words } from '../../texts/words/my-data';

/** 改的时候填的：电话空着就不改。 */
export interface Edit {
  name: string;
  phone: string;
  dropPhone: boolean;
}

export type Problems = Partial<Record<'name' | 'phone', string>>;

const MOBILE = /^1[3-9]\d{9}$/;

export const editOf = ({ name }: Pick<MyData, 'name'>): Edit => ({ name, phone: '', dropPhone: false });

export function problemsOf({ name, phone, dropPhone }: Edit): Problems {
  const wrongPhone = !dropPhone && phone.trim() !== '' && !MOBILE.test(phone.trim());
  return {
    ...(name.trim() === '' && { name: words.problems.name }),
    ...(wrongPhone && { phone: words.problems.phone }),
  };
}

export function personOf({
  name,
  phone,
  dropPhone,
}: Edit): Pick<Request<'members.correct'>, 'name' | 'phone'> {
  const typed = phone.trim();
  return { name: name.trim(), phone: dropPhone ? null : typed === '' ? 'keep' : typed };
}
