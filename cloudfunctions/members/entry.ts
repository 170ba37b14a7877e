import { entry } from '../../typings/contract/scan';
import type { ShiftDocument } from '../../typings/documents/event';
import { dayStart } from '../domain/calendar';
import { maskedPhone } from '../domain/matching';
import { codeStateOf } from '../domain/scan-code';
import { cardOf } from '../domain/shift-view';
import { phoneOfEntry } from '../platform/store/roster-secrets';
import { myShiftCards } from '../platform/store/events';
import { entryById } from '../platform/store/roster-entries';
import { studioById } from '../platform/store/studios';
import { done, refuse, useCase } from '../platform/use-case';

/** 花名册上的一位：认了没有，二维码怎样，要去哪些班。 */
export default useCase({
  action: 'members.entry',
  schema: entry,
  admission: 'read',
  async run({ studioId, entryId }, { now }) {
    const found = await entryById(studioId, entryId);
    if (!found) return refuse('not_found');
    const studio = await studioById.known(studioId, now);
    const { name, gridId, memberId, standIn } = found;
    const person = memberId ?? standIn;
    const shifts = person === null ? [] : await myShiftCards(studioId, person, dayStart(now));
    const state = codeStateOf(found, now);
    const phone = phoneOfEntry(found);
    return done({
      entryId,
      name,
      gridName: studio?.grids.find((grid) => grid.gridId === gridId)?.name ?? '',
      joined: memberId !== null,
      phone: phone && maskedPhone(phone),
      code: { state, until: state === 'open' ? (found.code?.until ?? null) : null },
      duties: person === null ? [] : comingOf(shifts, person, now),
      can: memberId !== null ? [] : state === 'locked' ? ['members.unlock'] : ['members.issueCode'],
    });
  },
});

const comingOf = (shifts: ShiftDocument[], memberId: string, now: number) =>
  shifts
    .map((shift) => cardOf(shift, { memberId, role: 'member' }, now))
    .flatMap(({ mine, status, shiftId, title, gridName, place, startsAt, endsAt }) =>
      mine && (status === 'gap' || status === 'full')
        ? [{ shiftId, title, gridName, place, startsAt, endsAt, postTitle: mine.postTitle }]
        : [],
    );
