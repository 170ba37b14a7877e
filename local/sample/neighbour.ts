import type { StudioRole } from '../../typings/documents/common';
import type { EventDocument, ShiftDocument } from '../../typings/documents/event';
import type { MemberDocument, Membership } from '../../typings/documents/member';
import type { RosterEntryDocument } from '../../typings/documents/roster-entry';
import type { Grid, StudioDocument } from '../../typings/documents/studio';
import type { TownDocument } from '../../typings/documents/town';
import { claimsOf } from './claims';
import { dayOf } from './days';
import { DUTY_SLOTS, emptyShift } from './duties';
import { STUDIO, TOWN } from './grids';
import { derivedId } from './random';
import { signUp } from './sign-ups';
import type { Stored } from './stored';
import type { Person } from './switcher';

/** 同一个镇上的另一个村，小一些：有人在两个村都有份，有人管着全镇。 */

export const NEIGHBOUR = 'puyang';
const SINCE = Date.UTC(2026, 2, 2, 1);
const DAYS = 3;

const GRIDS: readonly Grid[] = [
  { gridId: 'g1', name: '村东网格', lanes: '东浦路、桥东弄', households: 64, leader: null, rev: 0 },
  { gridId: 'g2', name: '村西网格', lanes: '西浦路、祠堂弄', households: 57, leader: null, rev: 0 },
];

/** Duties that this village has every day. */
const SLOTS = DUTY_SLOTS.filter(({ slot }) => slot === 'waste-evening' || slot === 'patrol-evening');

const VETERANS = ['瞿样生', '康样发', '秦样兴', '蔡样忠', '戴样和'] as const;
/** On the roster without a phone. */
const BY_HAND = ['乔样民', '祝样荣', '龚样德'] as const;

const inHere = (role: StudioRole): Membership => ({ studioId: NEIGHBOUR, role, since: SINCE });

function people(seed: string) {
  const person = (label: string, name: string, studios: Membership[], veteran = true): MemberDocument => ({
    _id: `m_${derivedId(seed, NEIGHBOUR, label)}`,
    v: 1,
    openid: `sample-${NEIGHBOUR}-${label}`,
    name,
    veteran,
    phone: null,
    consent: { version: 1, at: SINCE },
    studios,
    supervises: null,
    claims: [],
  });
  const both: Membership[] = [inHere('squadLeader'), { studioId: STUDIO, role: 'member', since: SINCE }];
  const supervisor = person('supervisor', '金样文', [], false);
  return {
    clerk: person('clerk', '奚样芸', [inHere('staff')], false),
    both: person('leader', '钮样国', both),
    veterans: VETERANS.map((name, index) => person(`veteran-${index + 1}`, name, [inHere('member')])),
    supervisor: { ...supervisor, supervises: TOWN },
  };
}

function studio(clerk: MemberDocument): StudioDocument {
  return {
    _id: NEIGHBOUR,
    v: 1,
    townId: TOWN,
    name: '浦样村老班长工作室',
    station: { address: '浦样村168号', phone: '000-0000-0168' },
    grids: [...GRIDS],
    veterans: 1 + VETERANS.length + BY_HAND.length,
    staff: [clerk._id],
    setUpAt: SINCE,
  };
}

function town(supervisor: MemberDocument): TownDocument {
  return { _id: TOWN, v: 1, name: '样例镇', supervisors: [supervisor._id], invite: null, setUpAt: SINCE };
}

function entry(seed: string, index: number, name: string, memberId: string | null): RosterEntryDocument {
  return {
    _id: `r_${derivedId(seed, NEIGHBOUR, 'roster', index)}`,
    v: 2,
    studioId: NEIGHBOUR,
    name,
    gridId: GRIDS[index % GRIDS.length]?.gridId ?? '',
    phone: null,
    phoneKey: null,
    address: null,
    enlisted: null,
    discharged: null,
    initials: '',
    memberId,
    standIn: null,
    asking: [],
    waiting: 0,
    code: null,
    rev: 0,
  };
}

/** The same seed and the same day give the same documents. */
export function neighbour({ now, seed }: { now: number; seed: string }): Stored[] {
  const { clerk, both, veterans, supervisor } = people(seed);
  const shifts = shiftsOf(seed, now, clerk).map((shift) =>
    signUp(seed, shift, { fill: 'gap', leaders: [both], members: [...veterans] }),
  );
  const known = [both, ...veterans];
  const entries = [
    ...known.map(({ name, _id }, index) => entry(seed, index, name, _id)),
    ...BY_HAND.map((name, index) => entry(seed, known.length + index, name, null)),
  ];
  const members = [clerk, supervisor, ...known].map((member) => ({
    ...member,
    claims: shifts.flatMap((shift) => claimsOf(shift, member._id)),
  }));
  return [
    { collection: 'towns', doc: town(supervisor) },
    { collection: 'studios', doc: studio(clerk) },
    ...entries.map((doc): Stored => ({ collection: 'rosterEntries', doc })),
    ...shifts.map((doc): Stored => ({ collection: 'events', doc })),
    ...members.map((doc): Stored => ({ collection: 'members', doc })),
  ];
}

/** Its coming duties without anybody on them, for data that has grown old. */
export const neighbourWeek = ({ now, seed }: { now: number; seed: string }): EventDocument[] =>
  shiftsOf(seed, now, people(seed).clerk);

function shiftsOf(seed: string, now: number, clerk: MemberDocument): ShiftDocument[] {
  const days = Array.from({ length: DAYS }, (_, offset) => dayOf(now) + offset);
  return days.flatMap((day) =>
    SLOTS.map((slot, index) => {
      const grid = GRIDS[(day + index) % GRIDS.length];
      return {
        ...emptyShift(`${seed} ${NEIGHBOUR}`, day, slot, clerk._id),
        studioId: NEIGHBOUR,
        grid: { gridId: grid?.gridId ?? '', name: grid?.name ?? '' },
        place: '浦样村老年活动室门口',
      };
    }),
  );
}

/** Who of them can be chosen on the table. */
export function neighbours(seed: string): Person[] {
  const { clerk, both, supervisor } = people(seed);
  const labelled: [MemberDocument, string][] = [
    [both, '老班长 · 两个村都有份'],
    [clerk, '浦样村的工作人员'],
    [supervisor, '镇级督查'],
  ];
  return labelled.map(([{ openid, name }, label]) => ({ openid, name, label }));
}
