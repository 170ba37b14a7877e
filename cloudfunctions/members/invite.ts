import { invite } from '../../typings/contract/towns';
import { inviteKey, newInviteCode } from '../platform/invite-code';
import { setInvite } from '../platform/store/towns';
import { done, refuse, useCase } from '../platform/use-case';

const A_DAY = 24 * 3_600_000;

/** 请一位同事一起督查：一个码，一天有效，用一次；再要一个，前一个就不能用了。 */
export default useCase({
  action: 'members.invite',
  schema: invite,
  admission: 'supervise',
  audit: ({ townId }) => ({ record: townId, fields: ['invite'] }),
  async run({ townId }, { member, now }) {
    const code = newInviteCode();
    const until = now + A_DAY;
    const kept = { hash: inviteKey(townId, code), until, usedBy: null };
    return (await setInvite(townId, member._id, kept)) ? done({ code, until }) : refuse('not_found');
  },
});
