import type { Entry, Notice, Post, ShiftDocument } from '../../typings/documents/event';
import type { MemberDocument } from '../../typings/documents/member';
import { HOUR } from './days';
import { type Random, derivedId, randomOf } from './random';

/** How full a duty gets: all places, one or two short, or two people more than places. */
export type Fill = 'full' | 'gap' | 'queue';

export interface Crowd {
  fill: Fill;
  /** Who may be asked, in the order they come; those who sign up leave the pool. */
  leaders: MemberDocument[];
  members: MemberDocument[];
  /** Comes as the very last, behind those who wait. */
  last?: MemberDocument | undefined;
}

/** Everybody signs up within a day or so after the duty was posted. */
const SPAN = 30 * HOUR;
const LEFT_AGAIN = 0.15;

/** Puts people onto a posted duty, in one order, as if they had tapped one after the other. */
export function signUp(seed: string, shift: ShiftDocument, crowd: Crowd): ShiftDocument {
  const random = randomOf(seed, 'sign-ups', shift._id);
  const coming = shift.posts.flatMap((post) => comers(post, crowd, random));
  if (crowd.last) coming.push({ member: crowd.last, post: 'member', leaves: false });
  const step = SPAN / (coming.length + 1);
  const roster = coming.map(({ member, post, leaves }, index): Entry => {
    const at = Math.floor(shift.createdAt + step * index + random.below(step / 2));
    return {
      entryId: derivedId(seed, 'entry', shift._id, member._id),
      memberId: member._id,
      name: member.name,
      post,
      seats: 1,
      at,
      leftAt: leaves ? Math.floor(at + step / 4) : null,
      by: null,
    };
  });
  return { ...shift, roster, joined: joinedOf(shift.posts, roster), notices: noticesOf(roster) };
}

interface Comer {
  member: MemberDocument;
  post: string;
  leaves: boolean;
}

function comers(post: Post, { fill, leaders, members, last }: Crowd, random: Random): Comer[] {
  const pool = post.roles.includes('member') ? members : leaders;
  const leaderComes = fill !== 'gap' || random.chance(0.75);
  const stay =
    pool === leaders
      ? post.headCount * Number(leaderComes)
      : headsFor(fill, post.headCount, last !== undefined, random);
  const comes = (count: number, leaves: boolean) =>
    pool.splice(0, count).map((member) => ({ member, post: post.code, leaves }));
  const first = comes(Math.min(1, stay), false);
  const thinksAgain = comes(random.chance(LEFT_AGAIN) ? 1 : 0, true);
  return [...first, ...thinksAgain, ...comes(Math.max(0, stay - 1), false)];
}

function headsFor(fill: Fill, headCount: number, lastComesToo: boolean, random: Random): number {
  if (fill === 'gap') return Math.max(1, headCount - 1 - random.below(2));
  if (fill === 'full') return headCount;
  return headCount + (lastComesToo ? 1 : 2);
}

function joinedOf(posts: Post[], roster: Entry[]): Record<string, number> {
  const joined = Object.fromEntries(posts.map(({ code }) => [code, 0]));
  for (const { post, seats, leftAt } of roster) {
    if (leftAt === null) joined[post] = (joined[post] ?? 0) + seats;
  }
  return joined;
}

/** Somebody left before anybody waited: nobody had to be told. */
function noticesOf(roster: Entry[]): Notice[] {
  return roster.flatMap(({ memberId, leftAt }): Notice[] =>
    leftAt === null
      ? []
      : [{ ...TOLD, noticeId: `${memberId}-${leftAt}`, memberId, at: leftAt, since: leftAt }],
  );
}

const TOLD = { cause: 'left' as const, state: 'done' as const, outcomes: [] };
