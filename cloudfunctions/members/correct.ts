import { correct } from '../../typings/contract/members';
import { maskedPhone } from '../domain/matching';
import { isSafe } from '../platform/content-security';
import { changePerson, phoneOfMember, sealedPhone } from '../platform/store/person';
import { done, refuse, useCase } from '../platform/use-case';

/** 改名字、改电话；以后的名单写新名字。 */
export default useCase({
  action: 'members.correct',
  schema: correct,
  admission: 'visit',
  audit: ({ phone }) => ({ record: 'myself', fields: phone === 'keep' ? ['name'] : ['name', 'phone'] }),
  async run({ name, phone }, { member }) {
    if (!member) return refuse('not_member');
    if (name !== member.name && !(await isSafe(name, member.openid))) return refuse('unsafe_text');
    const sealed = phone === 'keep' ? member.phone : phone === null ? null : sealedPhone(member._id, phone);
    const changed = await changePerson(member._id, name, sealed);
    if (!changed) return refuse('unavailable');
    const number = phoneOfMember(changed);
    return done({ name, phone: number && maskedPhone(number) });
  },
});
