import { me } from '../../typings/contract/members';
import type { MemberDocument } from '../../typings/documents/member';
import { membershipIn } from '../domain/access';
import { openCheck, ownName } from '../domain/checks';
import { maskedPhone, recognisedAs } from '../domain/matching';
import { uploadPath } from '../platform/avatar';
import { addressesOfFiles } from '../platform/files';
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
      name: member ? ownName(member) : '',
      nameCheck: openCheck(member?.check),
      avatar: await pictureOf(member),
      avatarPath: member && uploadPath(member._id),
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

/** 自己的头像，没通过自己也看得到。 */
async function pictureOf(member: MemberDocument | null) {
  if (!member?.avatar) return null;
  const { fileId, state, reason } = member.avatar;
  const urls = await addressesOfFiles(fileId ? [fileId] : []);
  return { state, url: urls.get(fileId) ?? null, reason };
}
