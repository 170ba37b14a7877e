import { me } from '../../typings/contract/members';
import type { MemberDocument } from '../../typings/documents/member';
import { membershipIn } from '../domain/access';
import { openCheck, ownName } from '../domain/checks';
import { maskedPhone, recognisedAs } from '../domain/matching';
import { uploadPath } from '../platform/avatar';
import { addressesOfFiles } from '../platform/files';
import { phoneOfMember } from '../platform/store/person';
import { done, useCase } from '../platform/use-case';

/** 我的资料：存了什么，一样一样看得到。 */
export default useCase({
  action: 'members.me',
  schema: me,
  admission: 'visit',
  async run({ studioId }, { member, role }) {
    const membership = membershipIn(member, studioId);
    const phone = member && phoneOfMember(member);
    return done({
      name: member ? ownName(member) : '',
      nameCheck: openCheck(member?.check),
      avatar: await pictureOf(member),
      avatarPath: member && uploadPath(member._id),
      role,
      recognised: member && membership ? recognisedAs(member.veteran, membership.asking) : null,
      phone: phone ? maskedPhone(phone) : null,
      consentAt: member?.consent?.at ?? null,
      studios: member?.studios ?? [],
      can: membership ? ['members.quit'] : ['members.join'],
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
