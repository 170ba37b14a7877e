import { myData } from '../../typings/contract/members';
import { ownName } from '../domain/checks';
import { maskedPhone } from '../domain/matching';
import { ownBookings, ownDuties, ownNotices } from '../domain/own-data';
import { placeOf, unseal } from '../platform/secrets';
import { entriesTiedTo, eventsOf } from '../platform/store/personal-data';
import { phoneOfMember } from '../platform/store/person';
import { studiosByIds } from '../platform/store/studios';
import { done, refuse, useCase } from '../platform/use-case';

/** 我的全部资料，只有自己拿得到。 */
export default useCase({
  action: 'members.myData',
  schema: myData,
  admission: 'visit',
  audit: ({ phones }) =>
    phones === 'clear' ? { record: 'myself', fields: ['name', 'phone', 'studios', 'roster'] } : null,
  async run({ phones }, { member }) {
    if (!member) return refuse('not_member');
    const { _id, veteran, consent } = member;
    const [events, entries] = await Promise.all([eventsOf(_id), entriesTiedTo(_id)]);
    const ids = [...member.studios, ...entries].map(({ studioId }) => studioId);
    const studios = ids.length > 0 ? await studiosByIds([...new Set(ids)]) : [];
    const studioOf = (studioId: string) => studios.find((studio) => studio._id === studioId);
    const shown = (phone: string | null) => (phone && phones === 'masked' ? maskedPhone(phone) : phone);
    return done({
      name: ownName(member),
      phone: shown(phoneOfMember(member)),
      veteran,
      consent,
      studios: member.studios.map(({ studioId, role, since, asking }) => ({
        name: studioOf(studioId)?.name ?? '',
        role,
        since,
        asking: Boolean(asking),
      })),
      roster: entries.map((entry) => ({
        studio: studioOf(entry.studioId)?.name ?? '',
        name: entry.name,
        grid: studioOf(entry.studioId)?.grids.find(({ gridId }) => gridId === entry.gridId)?.name ?? '',
        phone: shown(entry.phone && unseal(entry.phone, placeOf('rosterEntries', entry._id, 'phone'))),
      })),
      duties: events.flatMap((event) => ownDuties(event, _id)),
      bookings: events.flatMap((event) => ownBookings(event, _id)),
      notices: events.flatMap((event) => ownNotices(event, _id)),
    });
  },
});
