import type { ShiftDetail } from '../../../typings/contract';
import { postText, standingText, statusText, waitingText, whereText } from '../../texts/shift';
import { shift as words } from '../../texts/words/shift-detail';
import { now, spanText, startText } from '../../utils/calendar';

interface Follower {
  name: string;
  postTitle: string;
  at: number;
  byOther?: boolean;
}

const line = (text: string, index: number) => ({ key: String(index), text });
const named = ({ name, byOther }: { name: string; byOther?: boolean }) =>
  name + (byOther ? words.byOther : '');
const follower = ({ postTitle, at, ...person }: Follower) =>
  `${named(person)} · ${postTitle} · ${startText(at, now())}`;

/** What the screen says of a shift, ready to be shown. */
export function describe(detail: ShiftDetail) {
  const choosing = !detail.mine && detail.can.includes('patrols.join');
  const open = choosing && detail.posts.filter(({ forMe }) => forMe).length > 1;
  const mayOut = detail.can.includes('patrols.leaveFor');
  return {
    title: detail.title,
    pillar: detail.pillar,
    when: spanText(detail.startsAt, detail.endsAt, now()),
    where: whereText(detail),
    bring: detail.bring,
    held: detail.status === 'held',
    status: statusText(detail),
    standing: detail.mine ? standingText(detail.mine) : '',
    waits: detail.mine?.state === 'waiting',
    posts: detail.posts.map((post) => ({
      code: post.code,
      title: post.title,
      need: [postText(post, detail.status), waitingText(post.waiting)].filter(Boolean).join('，'),
      hidden: post.people === null,
      people: (post.people ?? []).map((person, index) => ({
        ...person,
        key: String(index),
        shown: named(person) + (person.me ? words.me : ''),
        out: mayOut && !person.me && person.entryId ? person.entryId : '',
      })),
      choosable: open && post.forMe,
    })),
    follow: detail.follow && {
      waiting: detail.follow.waiting.map((person, index) => ({
        ...line(follower(person), index),
        name: person.name,
        post: person.post,
        out: mayOut && person.entryId ? person.entryId : '',
      })),
      left: detail.follow.left.map(follower).map(line),
      toRing: detail.follow.toRing
        .map(({ name, noWeChat }) => name + (noWeChat ? words.noWeChat : ''))
        .map(line),
    },
    leads: detail.follow !== null,
    signsUp: detail.can.includes('patrols.joinFor'),
  };
}

export type ShiftView = ReturnType<typeof describe>;
