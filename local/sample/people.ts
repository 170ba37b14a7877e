import type { StudioRole } from '../../typings/documents/common';
import type { MemberDocument } from '../../typings/documents/member';
import type { RosterEntryDocument } from '../../typings/documents/roster-entry';
import { STUDIO, gridAt } from './grids';
import { otherName, veteranInitials, veteranName } from './names';
import { derivedId } from './random';

export const VETERANS = 102;
/** Of the 102, those who use the mini-program; the first of them lead. */
const VETERANS_WITH_PHONE = 60;
const SQUAD_LEADERS = 6;
const VOLUNTEERS = 14;
const CLERKS = 2;
const SINCE = Date.UTC(2025, 0, 6, 1);

export interface People {
  clerks: MemberDocument[];
  squadLeaders: MemberDocument[];
  veterans: MemberDocument[];
  volunteers: MemberDocument[];
  roster: RosterEntryDocument[];
}

export function people(seed: string): People {
  const made = (kind: string, count: number, role: StudioRole, nameOf: (index: number) => string) =>
    Array.from({ length: count }, (_, index) => member(seed, `${kind}-${index + 1}`, nameOf(index), role));
  const squadLeaders = made('leader', SQUAD_LEADERS, 'squadLeader', veteranName);
  const veterans = made('veteran', VETERANS_WITH_PHONE - SQUAD_LEADERS, 'member', (index) =>
    veteranName(SQUAD_LEADERS + index),
  );
  return {
    clerks: made('clerk', CLERKS, 'staff', otherName),
    squadLeaders,
    veterans,
    volunteers: made('volunteer', VOLUNTEERS, 'member', (index) => otherName(CLERKS + index)),
    roster: roster(seed, [...squadLeaders, ...veterans]),
  };
}

export function membersOf({ clerks, squadLeaders, veterans, volunteers }: People): MemberDocument[] {
  return [...clerks, ...squadLeaders, ...veterans, ...volunteers];
}

function member(seed: string, label: string, name: string, role: StudioRole): MemberDocument {
  return {
    _id: `m_${derivedId(seed, 'member', label)}`,
    v: 1,
    openid: `sample-${label}`,
    name,
    veteran: /^(leader|veteran)-/.test(label),
    phone: null,
    consent: { version: 1, at: SINCE },
    studios: [{ studioId: STUDIO, role, since: SINCE }],
    supervises: null,
    claims: [],
  };
}

function roster(seed: string, withPhone: MemberDocument[]): RosterEntryDocument[] {
  return Array.from({ length: VETERANS }, (_, index) => ({
    _id: `r_${derivedId(seed, 'roster', index)}`,
    v: 2,
    studioId: STUDIO,
    name: veteranName(index),
    gridId: gridAt(index).gridId,
    phone: null,
    phoneKey: null,
    address: null,
    ...serviceOf(index),
    initials: veteranInitials(index),
    memberId: withPhone[index]?._id ?? null,
    standIn: null,
    asking: [],
    waiting: 0,
    code: null,
    rev: 0,
  }));
}

/** They went in the winter and stayed three to seven years. */
function serviceOf(index: number): Pick<RosterEntryDocument, 'enlisted' | 'discharged'> {
  const from = 1968 + (index % 16);
  return { enlisted: `${from}-12`, discharged: `${from + 3 + (index % 5)}-${index % 2 ? '03' : '11'}` };
}
