import { correct } from '../../typings/contract/members';
import { named, ownName } from '../domain/checks';
import { maskedPhone } from '../domain/matching';
import { verdictOn } from '../platform/content-security';
import { copyName } from '../platform/settle-name';
import { changePerson, phoneOfMember, sealedPhone } from '../platform/store/person';
import { done, refuse, useCase } from '../platform/use-case';

/** 改名字、改电话；以后的名单写新名字。 */
export default useCase({
  action: 'members.correct',
  schema: correct,
  admission: 'visit',
  audit: ({ phone }) => ({ record: 'myself', fields: phone === 'keep' ? ['name'] : ['name', 'phone'] }),
  async run({ name, phone }, { member, now }) {
    if (!member) return refuse('not_member');
    const { check } = member;
    const same = name === ownName(member);
    if (same && check?.state === 'refused') return refuse('unsafe_text');
    const verdict = same || name === member.name ? 'pass' : await verdictOn([name], member.openid);
    if (verdict === 'risky') return refuse('unsafe_text');
    const sealed = phone === 'keep' ? member.phone : phone === null ? null : sealedPhone(member._id, phone);
    const changed = await changePerson(member._id, same ? null : named(name, verdict, now, member), sealed);
    if (!changed) return refuse('unavailable');
    if (changed.check?.state === 'copying') await copyName(changed);
    const number = phoneOfMember(changed);
    return done({ name, phone: number && maskedPhone(number) });
  },
});
