import type { ShiftDetail } from '../../../typings/contract';
import { postText, standingText, statusText, waitingText, whereText } from '../../texts/shift';
import { now, spanText, startText } from '../../utils/calendar';

const follower = ({ name, postTitle, at }: { name: string; postTitle: string; at: number }) =>
  `${name} · ${postTitle} · ${startText(at, now())}`;

/** What the screen says of a shift, ready to be shown. */
export function describe(detail: ShiftDetail) {
  const choosing = !detail.mine && detail.can.includes('patrols.join');
  const open = choosing && detail.posts.filter(({ forMe }) => forMe).length > 1;
  return {
    title: detail.title,
    pillar: detail.pillar,
    when: spanText(detail.startsAt, detail.endsAt, now()),
    where: whereText(detail),
    bring: detail.bring,
    status: statusText(detail),
    loud: detail.status === 'gap',
    standing: detail.mine ? standingText(detail.mine) : '',
    waits: detail.mine?.state === 'waiting',
    posts: detail.posts.map((post) => ({
      code: post.code,
      title: post.title,
      need: [postText(post), waitingText(post.waiting)].filter(Boolean).join('，'),
      people: post.people,
      choosable: open && post.forMe,
    })),
    follow: detail.follow && {
      waiting: detail.follow.waiting.map(follower),
      left: detail.follow.left.map(follower),
      toRing: detail.follow.toRing.map(({ name }) => name),
    },
  };
}

export type ShiftView = ReturnType<typeof describe>;
