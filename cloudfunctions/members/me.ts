import { me } from '../../typings/contract/members';
import { membershipIn } from '../domain/access';
import { maskedPhone, recognisedAs } from '../domain/matching';
import { phoneOfMember } from '../platform/store/person';
import { done, useCase } from '../platform/use-case';

/** 我的资料：存了什么，一样一样看得到。 */
export default useCase({
  action: 'members.me',
  schema: me,
  admission: 'visit',
  run({ studioId }, { member, role }) {
    const membership = membershipIn(member, studioId);
    const phone = member && phoneOfMember(member);
    return Promise.resolve(
      done({
        name: member?.name ?? '',
        role,
        recognised: member && membership ? recognisedAs(member.veteran, membership.asking) : null,
        phone: phone ? maskedPhone(phone) : null,
        consentAt: member?.consent?.at ?? null,
        studios: member?.studios ?? [],
        can: membership ? ['members.quit'] : ['members.join'],
      }),
    );
  },
});
