import type { RosterFileDocument } from '../../../typings/documents/roster-import';
import type { Stored } from '../../../local/sample/stored';
import {
  aMember,
  anEntry,
  anEntryOfTheRoster,
  askingOf,
  aSession,
  aShift,
  aStudio,
  aTown,
  memberIdOf,
  TOWN,
} from '../../support/makers';
import { stored } from '../../support/stored';

/** A studio, its town, and another of each with one of everything. */

export const NOW = Date.parse('2026-11-23T10:00:00Z');
export const OTHER = 'other';
export const OTHER_TOWN = 'town-other';
export const startsAt = NOW + 3_600_000;
export const endsAt = startsAt + 7_200_000;
/** When the activities are: beside the duties. */
export const hall = { startsAt: startsAt + 7_200_000, endsAt: endsAt + 7_200_000 };

export const fileIdOf = (label: string) =>
  `cloud://local-huayuan.local-files/roster/f_${label.padStart(24, '0')}.xlsx`;

const aFile = (label: string): RosterFileDocument => ({
  _id: `f_${label.padStart(24, '0')}`,
  v: 1,
  studioId: OTHER,
  memberId: memberIdOf(label),
  kind: 'import',
  cloudId: fileIdOf(label),
  until: NOW + 3_600_000,
  finished: null,
});

export const villages = (): Stored[] =>
  stored(
    aTown({ supervisors: [memberIdOf('officer')] }),
    aTown({ _id: OTHER_TOWN, supervisors: [memberIdOf('foreignofficer')] }),
    aStudio({ staff: [memberIdOf('clerk'), memberIdOf('deputy')] }),
    aStudio({
      _id: OTHER,
      townId: OTHER_TOWN,
      staff: [memberIdOf('foreign')],
      grids: [{ gridId: 'g7', name: '别村网格', lanes: '', households: 1, leader: null, rev: 0 }],
    }),
    aMember('clerk', { role: 'staff' }),
    aMember('deputy', { role: 'staff' }),
    aMember('officer', { studioId: null, supervises: TOWN }),
    {
      ...aMember('foreign', { role: 'staff', studioId: OTHER }),
      check: { state: 'review' as const, text: '样例存疑', at: NOW, reason: '' },
      avatar: { fileId: 'none', state: 'review' as const, trace: 'none', at: NOW, reason: '' },
    },
    aShift('held', {
      studioId: OTHER,
      startsAt,
      endsAt,
      state: 'held',
      check: { state: 'review', at: NOW, reason: '' },
    }),
    anEntryOfTheRoster('own'),
    anEntryOfTheRoster('foreign', { studioId: OTHER, gridId: 'g7', asking: [askingOf('foreign')] }),
    aShift('foreign', { studioId: OTHER, startsAt, endsAt, grid: { gridId: 'g7', name: '别村网格' } }),
    aSession('lore', {
      studioId: OTHER,
      ...hall,
      roster: [anEntry('foreign', { post: 'seat' })],
      questions: [{ questionId: 'q7', text: '几点到', options: [], required: false }],
      desks: [{ deskId: 'd7', title: '医生', from: hall.startsAt, to: hall.endsAt, minutes: 20 }],
    }),
    aSession('own', hall),
    aFile('foreign'),
    aMember('foreignofficer', { studioId: null, supervises: OTHER_TOWN }),
  );
