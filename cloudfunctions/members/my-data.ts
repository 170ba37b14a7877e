import { myData } from '../../typings/contract/members';
import { ownName } from '../domain/checks';
import { ownDuties } from '../domain/personal-data';
import { eventsOf } from '../platform/store/personal-data';
import { phoneOfMember } from '../platform/store/person';
import { done, refuse, useCase } from '../platform/use-case';

/** 我的全部资料，只有自己拿得到。 */
export default useCase({
  action: 'members.myData',
  schema: myData,
  admission: 'visit',
  audit: () => ({ record: 'myself', fields: ['name', 'phone', 'studios', 'roster'] }),
  async run(_request, { member }) {
    if (!member) return refuse('not_member');
    const { veteran, consent, studios } = member;
    const name = ownName(member);
    const duties = (await eventsOf(member._id)).flatMap((event) => ownDuties(event, member._id));
    return done({ name, phone: phoneOfMember(member), veteran, consent, studios, duties });
  },
});
