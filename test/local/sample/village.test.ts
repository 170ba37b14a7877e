import * as f from '../../../typings/contract/fields';
import type { EventDocument, ShiftDocument } from '../../../typings/documents/event';
import type { MemberDocument } from '../../../typings/documents/member';
import { dayOf, timeOf } from '../../../local/sample/days';
import { manyShifts } from '../../../local/sample/many-shifts';
import type { Stored } from '../../../local/sample/stored';
import { comingWeek, generateYear, switcher, village } from '../../../local/sample/village';

const NOON = Date.UTC(2026, 10, 24, 4);
const EVENING = Date.UTC(2026, 10, 24, 13);
const TODAY = dayOf(NOON);

const week = [...village({ now: NOON })];
const year = [...generateYear({ now: NOON })];

function eventsOf(stored: Stored[]): EventDocument[] {
  return stored.flatMap((line) => (line.collection === 'events' ? [line.doc] : []));
}
function shiftsOf(stored: Stored[]): ShiftDocument[] {
  return eventsOf(stored).filter((event) => event.kind === 'shift');
}
function membersOf(stored: Stored[]): MemberDocument[] {
  return stored.flatMap((line) => (line.collection === 'members' ? [line.doc] : []));
}
const present = (event: EventDocument) => event.roster.filter(({ leftAt }) => leftAt === null);
const todays = shiftsOf(week).filter(({ startsAt }) => dayOf(startsAt) === TODAY);
const headsMissing = (shift: ShiftDocument) =>
  shift.posts.map(({ code, headCount }) => headCount - (shift.joined[code] ?? 0));

describe('the sample village', () => {
  it('is one studio of five grids, about 500 households and 102 veterans with names of their own', () => {
    const studios = week.flatMap((line) => (line.collection === 'studios' ? [line.doc] : []));
    const roster = week.flatMap((line) => (line.collection === 'rosterEntries' ? [line.doc] : []));
    expect(studios).toHaveLength(1);
    expect(studios[0]?.grids).toHaveLength(5);
    expect(studios[0]?.grids.reduce((sum, { households }) => sum + households, 0)).toBe(504);
    expect(roster).toHaveLength(102);
    expect(new Set(roster.map(({ name }) => name)).size).toBe(102);
    const gridIds = studios[0]?.grids.map(({ gridId }) => gridId);
    expect(new Set(roster.map(({ gridId }) => gridId))).toEqual(new Set(gridIds));
  });

  it('shows that its names are samples', () => {
    for (const { name } of membersOf(week)) expect(name).toMatch(/^.样.$/);
  });

  it('links a veteran on the roster to the member of the same name', () => {
    const names = new Map(membersOf(week).map(({ _id, name }) => [_id, name]));
    const linked = week.flatMap((line) =>
      line.collection === 'rosterEntries' && line.doc.memberId !== null ? [line.doc] : [],
    );
    expect(linked).toHaveLength(membersOf(week).filter(({ veteran }) => veteran).length);
    for (const { memberId, name } of linked) expect(names.get(memberId ?? '')).toBe(name);
  });

  it('is the same at any hour of a day and another one with another seed', () => {
    expect([...village({ now: EVENING })]).toEqual(week);
    const other = [...village({ now: NOON, seed: 'other' })];
    expect(other).not.toEqual(week);
    expect(other.filter(({ collection }) => collection === 'members')).toHaveLength(membersOf(week).length);
  });
});

describe('its duties today', () => {
  it('begin at 06:30, end at 23:00 and cover all five works', () => {
    expect(Math.min(...todays.map(({ startsAt }) => startsAt))).toBe(timeOf(TODAY, '06:30'));
    expect(Math.max(...todays.map(({ endsAt }) => endsAt))).toBe(timeOf(TODAY, '23:00'));
    expect(new Set(todays.map(({ work }) => work)).size).toBe(5);
  });

  it('show full ones, gaps and one queue', () => {
    const missing = todays.map(headsMissing);
    expect(missing.filter((posts) => posts.every((count) => count === 0)).length).toBeGreaterThan(0);
    expect(missing.filter((posts) => posts.some((count) => count > 0)).length).toBeGreaterThan(1);
    expect(missing.filter((posts) => posts.some((count) => count < 0))).toHaveLength(1);
  });

  it('are followed by a week of duties, one of them cancelled, and activities of three colours', () => {
    const days = new Set(shiftsOf(week).map(({ startsAt }) => dayOf(startsAt) - TODAY));
    expect([...days].sort((a, b) => a - b)).toEqual([-2, -1, 0, 1, 2, 3, 4, 5, 6]);
    expect(shiftsOf(week).filter(({ state }) => state === 'cancelled')).toHaveLength(1);
    const sessions = eventsOf(week).filter(({ kind, startsAt }) => kind === 'session' && startsAt > EVENING);
    expect(new Set(sessions.map(({ pillar }) => pillar))).toEqual(new Set(['heritage', 'care', 'learning']));
  });
});

describe('its activities', () => {
  const sessions = eventsOf(week).flatMap((event) =>
    event.kind === 'session' && event.startsAt > EVENING ? [event] : [],
  );
  const seatsOf = ({ posts }: EventDocument) => posts[0]?.headCount ?? 0;

  it('have people on them, one of them more than there are seats', () => {
    expect(sessions.every(({ roster }) => roster.length > 0)).toBe(true);
    const full = sessions.filter((session) => (session.joined['seat'] ?? 0) > seatsOf(session));
    expect(full).toHaveLength(1);
  });

  it('one has a desk, with times that are taken and times that are free', () => {
    const withDesk = sessions.filter(({ desks }) => desks.length > 0);
    expect(withDesk).toHaveLength(1);
    expect(withDesk[0]?.bookings.map(({ slot }) => slot)).toEqual([0, 1, 2]);
    const here = new Set(withDesk[0]?.roster.map(({ memberId }) => memberId));
    expect(withDesk[0]?.bookings.every(({ memberId }) => here.has(memberId))).toBe(true);
  });

  it('children come with a guardian', () => {
    const youth = sessions.filter(({ audience }) => audience === 'youth').flatMap(({ roster }) => roster);
    expect(youth.length).toBeGreaterThan(0);
    expect(youth.every((entry) => entry.seats > 1 && entry.youth !== undefined)).toBe(true);
  });
});

describe.each([
  ['a week', week],
  ['a year', year],
])('the rosters of %s', (_name, stored) => {
  const events = eventsOf(stored);
  const members = new Map(membersOf(stored).map((member) => [member._id, member]));

  it('count in `joined` who has not left', () => {
    for (const event of events) {
      const counted = Object.fromEntries(event.posts.map(({ code }) => [code, 0]));
      for (const { post, seats } of present(event)) counted[post] = (counted[post] ?? 0) + seats;
      expect(event.joined).toEqual(counted);
    }
  });

  it('hold nobody twice, only members, each on a post that takes their role', () => {
    for (const event of events) {
      const ids = present(event).map(({ memberId }) => memberId);
      expect(new Set(ids).size).toBe(ids.length);
      for (const { memberId, post, name } of event.roster) {
        const member = members.get(memberId);
        expect(member?.name).toBe(name);
        const roles = event.posts.find(({ code }) => code === post)?.roles;
        expect(roles).toContain(member?.studios[0]?.role);
      }
    }
  });

  it('are in the order of the taps, all of them between posting and today', () => {
    for (const { roster, createdAt, startsAt } of events) {
      const taps = roster.map(({ at }) => at);
      expect(taps).toEqual([...taps].sort((a, b) => a - b));
      for (const { at, leftAt } of roster) {
        expect(at).toBeGreaterThanOrEqual(createdAt);
        expect(leftAt ?? at).toBeLessThan(Math.min(startsAt, timeOf(TODAY)));
      }
    }
  });

  it('take no member at two places at once', () => {
    const busy = new Map<string, { from: number; to: number }[]>();
    for (const event of events) {
      for (const { memberId } of present(event)) {
        const times = busy.get(memberId) ?? [];
        expect(times.some(({ from, to }) => from < event.endsAt && to > event.startsAt)).toBe(false);
        busy.set(memberId, [...times, { from: event.startsAt, to: event.endsAt }]);
      }
    }
  });

  it('are claimed by exactly those who are on them, as far as they are not over', () => {
    const claimed = [...members.values()].flatMap(({ _id, claims }) =>
      claims.map(({ ref, from, to, post }) => [_id, ref, from, to, post].join(' ')),
    );
    const expected = events
      .filter(({ state, endsAt }) => state === 'open' && endsAt > timeOf(TODAY))
      .flatMap((event) =>
        present(event).map(({ memberId, post }) =>
          [memberId, event._id, event.startsAt, event.endsAt, post].join(' '),
        ),
      );
    expect(claimed.sort()).toEqual(expected.sort());
  });

  it('have well-formed, different ids', () => {
    for (const { _id, roster } of events) {
      expect(f.eventId.safeParse(_id).success).toBe(true);
      for (const { entryId, post } of roster) {
        expect(f.requestId.safeParse(entryId).success).toBe(true);
        expect(f.postCode.safeParse(post).success).toBe(true);
      }
    }
    for (const { _id } of members.values()) expect(f.memberId.safeParse(_id).success).toBe(true);
    const ids = [
      ...stored.map(({ collection, doc }) => `${collection} ${doc._id}`),
      ...events.flatMap(({ roster }) => roster.map(({ entryId }) => entryId)),
    ];
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('more than a week', () => {
  it('a year is 365 days of duties', () => {
    expect(new Set(shiftsOf(year).map(({ startsAt }) => dayOf(startsAt))).size).toBe(365);
  });

  it.each([1_000, 5_000])('%i duties are as many as asked for, and as many to come as ever', (count) => {
    const shifts = shiftsOf([...manyShifts(count, { now: NOON })]);
    const coming = (list: ShiftDocument[]) => list.filter(({ startsAt }) => startsAt > NOON).length;
    expect(shifts.length).toBeGreaterThanOrEqual(count);
    expect(shifts.length - count).toBeLessThan(7);
    expect(coming(shifts)).toBe(coming(shiftsOf(week)));
  });

  it('the coming week for data that has grown old has the same ids and nobody on it', () => {
    const fresh = comingWeek({ now: NOON });
    const ids = new Set(eventsOf(week).map(({ _id }) => _id));
    expect(fresh.filter(({ kind }) => kind === 'shift')).toHaveLength(49);
    for (const { _id, roster } of fresh) {
      expect(ids.has(_id)).toBe(true);
      expect(roster).toEqual([]);
    }
  });
});

describe('the people to choose from', () => {
  const byLabel = new Map(switcher().map((person) => [person.label, person]));
  const memberOf = (label: string) =>
    membersOf(week).find(({ openid }) => openid === byLabel.get(label)?.openid);

  it('are members in their roles, and a stranger who is none', () => {
    expect(memberOf('村工作人员')?.studios[0]?.role).toBe('staff');
    expect(memberOf('老班长')?.studios[0]?.role).toBe('squadLeader');
    expect(memberOf('志愿者')?.veteran).toBe(false);
    expect(byLabel.get('还没有加入')?.openid).toBe('sample-stranger');
    expect(memberOf('还没有加入')).toBeUndefined();
  });

  it('one has no duty yet, one is on duty tonight, one waits', () => {
    const tonight = todays.find(({ title }) => title === '平安巡逻');
    const queue = tonight ? present(tonight).filter(({ post }) => post === 'member') : [];
    const placeIn = (label: string) => queue.findIndex(({ memberId }) => memberId === memberOf(label)?._id);
    expect(memberOf('退役军人 · 还没报名')?.claims).toEqual([]);
    expect(placeIn('退役军人 · 今晚有班')).toBe(0);
    expect(placeIn('退役军人 · 正在排队')).toBe(queue.length - 1);
    expect(queue.length).toBeGreaterThan(8);
  });
});
