import { setAvatar } from '../../typings/contract/reviews';
import { takeUpload, withoutAvatar } from '../platform/avatar';
import { done, refuse, useCase } from '../platform/use-case';

/** 换头像、不用头像：别人看得到之前先检查。 */
export default useCase({
  action: 'members.setAvatar',
  schema: setAvatar,
  admission: 'visit',
  audit: () => ({ record: 'myself', fields: ['avatar'] }),
  async run({ picture }, { member, now }) {
    if (!member) return refuse('not_member');
    if (picture === 'none')
      return (await withoutAvatar(member)) ? done({ state: null }) : refuse('unavailable');
    const avatar = await takeUpload(member, now);
    return avatar ? done({ state: avatar.state }) : refuse('not_found');
  },
});
