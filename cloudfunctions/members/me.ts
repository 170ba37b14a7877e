import { me } from '../../typings/contract/members';
import { membershipIn } from '../domain/access';
import { maskedPhone, recognisedAs } from '../domain/matching';
import { phoneOfMember } from '../platform/store/person';
import { placesOf } from '../platform/store/places';
import { done, useCase } from '../platform/use-case';

/** 我的资料：存了什么，一样一样看得到；在哪些工作室，叫什么名字。 */
export default useCase({
  action: 'members.me',
  schema: me,
  admission: 'visit',
  async run({ studioId }, { member, role }) {
    const membership = membershipIn(member, studioId);
    const phone = member && phoneOfMember(member);
    const mine = member?.studios ?? [];
    const { studios, towns } = await placesOf(
      [studioId, ...mine.map((studio) => studio.studioId)],
      member?.supervises ?? null,
    );
    const here = studios.get(studioId);
    const town = towns.get(member?.supervises ?? '');
    return done({
      name: member?.name ?? '',
      role,
      recognised: member && membership ? recognisedAs(member.veteran, membership.asking) : null,
      phone: phone ? maskedPhone(phone) : null,
      consentAt: member?.consent?.at ?? null,
      studios: mine.map((studio) => ({ ...studio, name: studios.get(studio.studioId)?.name ?? '' })),
      town: town ? { townId: town._id, name: town.name } : null,
      can: [
        membership ? 'members.quit' : 'members.join',
        ...(here?.setUpAt === null ? ['members.setUp'] : []),
        ...(towns.get(here?.townId ?? '')?.setUpAt === null ? ['members.supervise'] : []),
      ],
    });
  },
});
