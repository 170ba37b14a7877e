import type {
  Entry,
  EventDocument,
  Post,
  SessionDocument,
  ShiftDocument,
} from '../../typings/documents/event';
import type { Claim, MemberDocument, Membership } from '../../typings/documents/member';
import type { Asking, RosterEntryDocument } from '../../typings/documents/roster-entry';
import type { StudioDocument } from '../../typings/documents/studio';
import type { TownDocument } from '../../typings/documents/town';

export const STUDIO = 'huayuan';
export const TOWN = 'town-sample';
const HOUR = 3_600_000;
const SINCE = Date.UTC(2025, 0, 1);

/** A label is 1 to 24 letters and digits and does not begin with 0: each gives an id of its own, whatever its case. */
export const memberIdOf = (label: string) => `m_${label.toLowerCase().padStart(24, '0')}`;
export const eventIdOf = (label: string) => `e_${label.padStart(24, '0')}`;
export const entryIdOf = (label: string) => `r_${label.padStart(24, '0')}`;
export const requestIdOf = (label: string) => label.padStart(24, '0');
export const openidOf = (label: string) => `openid-${label}`;

export function aStudio(fields: Partial<StudioDocument> = {}): StudioDocument {
  return {
    _id: STUDIO,
    v: 1,
    townId: TOWN,
    name: '老班长工作室',
    station: { address: '花园村898号', phone: '000-0000-0898' },
    grids: [
      { gridId: 'g1', name: '第一网格', lanes: '东一弄、东二弄', households: 100, leader: null, rev: 0 },
      { gridId: 'g2', name: '第二网格', lanes: '西一弄、西二弄', households: 100, leader: null, rev: 0 },
    ],
    veterans: 0,
    staff: [],
    setUpAt: SINCE,
    ...fields,
  };
}

interface MemberFields {
  name?: string;
  role?: Membership['role'];
  veteran?: boolean;
  /** Null: a person without any studio. */
  studioId?: string | null;
  claims?: Claim[];
  supervises?: string | null;
}

export function aMember(label: string, fields: MemberFields = {}): MemberDocument {
  const { name = `样例${label}`, role = 'member', veteran = true, studioId = STUDIO } = fields;
  const { claims = [], supervises = null } = fields;
  return {
    _id: memberIdOf(label),
    v: 1,
    openid: openidOf(label),
    name,
    veteran,
    phone: null,
    consent: { version: 1, at: SINCE },
    studios: studioId === null ? [] : [{ studioId, role, since: SINCE }],
    supervises,
    claims,
  };
}

export function aTown(fields: Partial<TownDocument> = {}): TownDocument {
  return { _id: TOWN, v: 1, name: '样例镇', supervisors: [], invite: null, setUpAt: SINCE, ...fields };
}

/** Somebody on the roster of veterans, tied to nobody. */
export function anEntryOfTheRoster(
  label: string,
  fields: Partial<RosterEntryDocument> = {},
): RosterEntryDocument {
  const { asking = [] } = fields;
  return {
    _id: entryIdOf(label),
    v: 2,
    studioId: STUDIO,
    name: `样例${label}`,
    gridId: 'g1',
    phone: null,
    phoneKey: null,
    address: null,
    enlisted: null,
    discharged: null,
    initials: `yl${label}`,
    memberId: null,
    standIn: null,
    code: null,
    rev: 0,
    ...fields,
    asking,
    waiting: asking.length,
  };
}

/** `aMember(label)` resembles an entry by name. */
export const askingOf = (label: string): Asking => ({
  memberId: memberIdOf(label),
  name: `样例${label}`,
  by: 'name',
  at: SINCE,
});

/** The queue entry of `aMember(label)`. */
export function anEntry(label: string, fields: Partial<Entry> = {}): Entry {
  return {
    entryId: requestIdOf(label),
    memberId: memberIdOf(label),
    name: `样例${label}`,
    post: 'member',
    seats: 1,
    at: SINCE,
    leftAt: null,
    by: null,
    ...fields,
  };
}

const PATROL_POSTS: Post[] = [
  { code: 'leader', title: '带队', headCount: 1, roles: ['squadLeader', 'staff'] },
  { code: 'member', title: '队员', headCount: 8, roles: ['member', 'squadLeader', 'staff'] },
];

type ShiftFields = Partial<ShiftDocument> & Pick<ShiftDocument, 'startsAt'>;

/** A patrol of two hours: one leads, eight come along. `joined` follows the roster. */
export function aShift(label: string, fields: ShiftFields): ShiftDocument {
  return {
    ...commonOf(label, fields),
    kind: 'shift',
    title: '平安巡逻',
    pillar: 'governance',
    place: '村委会门口',
    posts: PATROL_POSTS,
    work: 'patrol',
    grid: { gridId: 'g1', name: '第一网格' },
    bring: '反光背心、手电',
    ...fields,
    joined: joinedOf(PATROL_POSTS, fields),
  };
}

const SEATS: Post[] = [
  { code: 'seat', title: '座位', headCount: 30, roles: ['member', 'squadLeader', 'staff'] },
];

type SessionFields = Partial<SessionDocument> & Pick<SessionDocument, 'startsAt'>;

export function aSession(label: string, fields: SessionFields): SessionDocument {
  return {
    ...commonOf(label, fields),
    kind: 'session',
    title: '老兵宣讲',
    pillar: 'heritage',
    place: '村活动室',
    posts: SEATS,
    activity: 'talk',
    summary: '讲一讲当年的事。',
    seriesId: null,
    seriesSignUp: false,
    more: [],
    spot: null,
    cover: null,
    opensAt: SINCE,
    deadline: fields.startsAt - HOUR,
    cutOff: fields.startsAt - HOUR,
    audience: 'all',
    companions: 0,
    questions: [],
    desks: [],
    bookings: [],
    held: 0,
    remindAt: null,
    rev: 0,
    changes: [],
    cancelledFor: '',
    closedAt: null,
    ...fields,
    joined: joinedOf(SEATS, fields),
  };
}

type CommonFields = Partial<EventDocument> & Pick<EventDocument, 'startsAt'>;

function commonOf(label: string, { startsAt, endsAt }: CommonFields) {
  return {
    _id: eventIdOf(label),
    v: 1 as const,
    studioId: STUDIO,
    endsAt: endsAt ?? startsAt + 2 * HOUR,
    state: 'open' as const,
    roster: [],
    notices: [],
    unsent: 0,
    createdBy: memberIdOf('clerk'),
    createdAt: SINCE,
  };
}

function joinedOf(usual: Post[], { posts = usual, roster = [], joined = {} }: CommonFields) {
  const counted = Object.fromEntries(posts.map(({ code }) => [code, 0]));
  for (const { post, seats, leftAt } of roster) {
    if (leftAt === null) counted[post] = (counted[post] ?? 0) + seats;
  }
  return { ...counted, ...joined };
}
