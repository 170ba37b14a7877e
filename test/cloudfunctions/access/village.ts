import { sealedContact } from '../../../cloudfunctions/platform/store/roster-secrets';
import type { Stored } from '../../../local/sample/stored';
import {
  aMember,
  anEntry,
  anEntryOfTheRoster,
  askingOf,
  entryIdOf,
  aShift,
  aStudio,
  aTown,
  memberIdOf,
  TOWN,
} from '../../support/makers';
import { stored } from '../../support/stored';
import { aTalkAt } from '../activities/requests';

/** Two studios and two towns, and somebody in every part that there is. */

export const NOW = Date.parse('2026-11-23T10:00:00Z');
const HOUR = 3_600_000;
export const OTHER = 'other';
export const OTHER_TOWN = 'town-other';

/** Who asks. All but the last four belong to the studio that is asked about, or to none. */
export const PEOPLE = [
  'visitor',
  'member',
  'volunteer',
  'squadLeader',
  'staff',
  'foreignStaff',
  'supervisor',
  'foreignSupervisor',
] as const;
export type Asker = (typeof PEOPLE)[number];

export const patrol = aShift('patrol', { startsAt: NOW + HOUR, roster: [anEntry('other')] });

export const village = (): Stored[] =>
  stored(
    aTown({ supervisors: [memberIdOf('supervisor')] }),
    aTown({ _id: OTHER_TOWN, supervisors: [memberIdOf('foreignSupervisor')] }),
    aStudio({ staff: [memberIdOf('staff')] }),
    aStudio({ _id: OTHER, townId: OTHER_TOWN, staff: [memberIdOf('foreignStaff')] }),
    aMember('member'),
    aMember('volunteer', { veteran: false }),
    aMember('squadLeader', { role: 'squadLeader' }),
    aMember('staff', { role: 'staff' }),
    aMember('foreignStaff', { role: 'staff', studioId: OTHER }),
    aMember('supervisor', { studioId: null, supervises: TOWN }),
    aMember('foreignSupervisor', { studioId: null, supervises: OTHER_TOWN }),
    {
      ...aMember('doubtful'),
      name: '（名字审核中）',
      check: { state: 'review' as const, text: '样例存疑', at: NOW, reason: '' },
    },
    anEntryOfTheRoster('entry', {
      asking: [askingOf('volunteer')],
      ...sealedContact(entryIdOf('entry'), { phone: '13900000898', address: null }),
    }),
    patrol,
    aTalkAt(NOW + 4 * HOUR),
  );
