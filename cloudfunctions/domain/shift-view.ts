import type { ShiftCard, ShiftDetail, Standing } from '../../typings/contract';
import type { RoleInStudio } from '../../typings/documents/common';
import type { Entry, Post, ShiftDocument } from '../../typings/documents/event';
import type { Scope } from './access';
import { NAME_IN_CHECK } from './checks';
import { type Place, placeOf, present, queueOf } from './roster';

/** What people see of a shift; pure, from the stored document and who looks. */

export interface Viewer {
  memberId: string;
  role: RoleInStudio;
  /** 自己写的名字：seen by oneself where others see that it is being looked at. */
  name?: string;
}

/** 花名册上的一位，按他的成员编号找：whose line of the roster it is, and whether only a stand-in is theirs. */
export type OnRoster = ReadonlyMap<string, { entryId: string; noWeChat: boolean }>;

/** 值勤卡：`shift.roster` may be cut down to the viewer's own entry. */
export function cardOf(shift: ShiftDocument, viewer: Viewer, now: number): ShiftCard {
  const posts = shift.posts.map((post) => postView(shift, post, viewer.role));
  const missing = sum(posts.map((post) => post.missing));
  const status = statusOf(shift, missing, now);
  const entry = present(shift).find((candidate) => candidate.memberId === viewer.memberId);
  const post = posts.find((candidate) => candidate.code === entry?.post);
  return {
    ...head(shift),
    status,
    posts,
    missing,
    mine:
      (post && {
        post: post.code,
        postTitle: post.title,
        standing: post.joined <= post.headCount ? 'placed' : 'joined',
      }) ||
      null,
    can: canDo(
      status,
      Boolean(entry),
      posts.some((candidate) => candidate.forMe),
    ),
  };
}

/** 班次详情：`public` names nobody, `studio` adds what those who lead it have to follow up. */
export function detailOf(
  shift: ShiftDocument,
  viewer: Viewer,
  scope: Scope,
  now: number,
  onRoster: OnRoster = new Map(),
): ShiftDetail {
  const card = cardOf(shift, viewer, now);
  const leads = scope === 'studio';
  const known = (entry: Entry) => ({
    byOther: leads && entry.by !== null,
    entryId: (leads && onRoster.get(entry.memberId)?.entryId) || null,
  });
  const queues = shift.posts.map((post) => ({ post, queue: queueOf(shift, post) }));
  return {
    ...head(shift),
    bring: shift.bring,
    status: card.status,
    check: shift.check ? { state: shift.check.state, reason: shift.check.reason } : null,
    missing: card.missing,
    posts: queues.map(({ post, queue }) => ({
      ...postView(shift, post, viewer.role),
      people: scope === 'public' ? null : peopleOf(queue, viewer, known),
      waiting: queue.filter((place) => place.state === 'waiting').length,
    })),
    mine: standingOf(shift, viewer.memberId),
    follow: leads ? followUp(shift, known, onRoster) : null,
    can: canOf(card, scope),
  };
}

function canOf({ status, can }: ShiftCard, scope: Scope): string[] {
  if (!isOpen(status)) return can;
  if (scope === 'public') return ['members.join'];
  return scope === 'studio' ? [...can, 'patrols.joinFor', 'patrols.leaveFor'] : can;
}

type Known = (entry: Entry) => { byOther: boolean; entryId: string | null };

const peopleOf = (queue: Place[], viewer: Viewer, known: Known) =>
  queue
    .filter((place) => place.state === 'placed')
    .map(({ entry }) => {
      const me = entry.memberId === viewer.memberId;
      const name = me && entry.name === NAME_IN_CHECK ? (viewer.name ?? entry.name) : entry.name;
      return { name, me, ...known(entry) };
    });

/** 我有岗，还是排第几。 */
export function standingOf(shift: ShiftDocument, memberId: string): Standing | null {
  const place = placeOf(shift, memberId);
  if (!place) return null;
  return {
    post: place.entry.post,
    postTitle: titleOf(shift, place.entry.post),
    state: place.state,
    ahead: place.ahead,
  };
}

function followUp(shift: ShiftDocument, known: Known, onRoster: OnRoster): ShiftDetail['follow'] {
  const line = (entry: Entry, at: number) => ({
    name: entry.name,
    post: entry.post,
    postTitle: titleOf(shift, entry.post),
    at,
    ...known(entry),
  });
  const queues = shift.posts.flatMap((post) => queueOf(shift, post));
  const untold = shift.notices.flatMap((notice) =>
    notice.outcomes.filter((told) => told.outcome !== 'sent').map((told) => told.memberId),
  );
  return {
    waiting: queues.filter((place) => place.state === 'waiting').map(({ entry }) => line(entry, entry.at)),
    left: shift.roster.flatMap((entry) => (entry.leftAt === null ? [] : [line(entry, entry.leftAt)])),
    toRing: queues
      .filter((place) => place.state === 'placed' && untold.includes(place.entry.memberId))
      .map(({ entry }) => ({
        name: entry.name,
        noWeChat: onRoster.get(entry.memberId)?.noWeChat ?? false,
      })),
  };
}

function head(shift: ShiftDocument) {
  const { work, pillar, title, place, startsAt, endsAt } = shift;
  return { shiftId: shift._id, work, pillar, title, gridName: shift.grid.name, place, startsAt, endsAt };
}

function postView(shift: ShiftDocument, post: Post, role: RoleInStudio) {
  const joined = shift.joined[post.code] ?? 0;
  const { code, title, headCount } = post;
  return {
    code,
    title,
    headCount,
    joined,
    missing: Math.max(0, headCount - joined),
    forMe: role !== 'visitor' && post.roles.includes(role),
  };
}

function statusOf(shift: ShiftDocument, missing: number, now: number): ShiftCard['status'] {
  if (shift.state !== 'open') return shift.state;
  if (shift.endsAt <= now) return 'over';
  return missing > 0 ? 'gap' : 'full';
}

const isOpen = (status: ShiftCard['status']) => status === 'gap' || status === 'full';

function canDo(status: ShiftCard['status'], joined: boolean, forMe: boolean): string[] {
  if (!isOpen(status)) return [];
  if (joined) return ['patrols.leave'];
  return forMe ? ['patrols.join'] : [];
}

function titleOf(shift: ShiftDocument, code: string): string {
  return shift.posts.find((post) => post.code === code)?.title ?? '';
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, value) => total + value, 0);
}
