import type { MemberDocument } from '../../../typings/documents/member';
import type { RosterEntryDocument } from '../../../typings/documents/roster-entry';
import {
  anEntryOfTheRoster,
  entryIdOf,
  eventIdOf,
  memberIdOf,
  openidOf,
  requestIdOf,
  STUDIO,
} from '../../support/makers';
import { documentsOf } from '../../support/studio';
import { anEvening, HOUR, TONIGHT } from './evening';

const STARTS: Record<string, number> = { patrol: TONIGHT, river: TONIGHT + HOUR, later: TONIGHT + 2 * HOUR };

export const placed = {
  ok: true,
  data: { post: 'member', postTitle: '队员', state: 'placed', ahead: 0 },
};

/** The same evening with a roster: 施样林 has no WeChat, `a` has, one belongs elsewhere. */
export function anEveningOnBehalf() {
  const evening = anEvening();
  const { studio, load } = evening;
  beforeEach(() =>
    load(
      anEntryOfTheRoster('shi', { name: '施样林' }),
      anEntryOfTheRoster('a', { name: '样例a', memberId: memberIdOf('a') }),
      anEntryOfTheRoster('foreign', { studioId: 'other' }),
    ),
  );

  let taps = 0;
  const joinFor = (who: string, shift = 'patrol', by = 'leader', fields: object = {}) => {
    const startsAt = STARTS[shift] ?? TONIGHT;
    return studio().call(openidOf(by), 'patrols.joinFor', {
      requestId: requestIdOf(`behalf${++taps}`),
      studioId: STUDIO,
      shiftId: eventIdOf(shift),
      post: 'member',
      startsAt,
      endsAt: startsAt + 2 * HOUR,
      entryId: entryIdOf(who),
      ...fields,
    });
  };
  const leaveFor = (who: string, by = 'leader', fields: object = {}) =>
    studio().call(openidOf(by), 'patrols.leaveFor', {
      studioId: STUDIO,
      shiftId: eventIdOf('patrol'),
      post: 'member',
      entryId: entryIdOf(who),
      ...fields,
    });
  const entry = async (who: string) =>
    (await studio().document<RosterEntryDocument>('rosterEntries', entryIdOf(who)))!;
  const standIns = async () =>
    (await documentsOf<MemberDocument>(`${studio().url}/admin`, 'members', {})).filter(({ openid }) =>
      openid.startsWith('none:'),
    );
  return { ...evening, joinFor, leaveFor, entry, standIns };
}
