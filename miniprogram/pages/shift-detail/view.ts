import type { ShiftDetail } from '../../../typings/contract';
import { postText, standingText, statusText, waitingText, whereText } from '../../texts/shift';
import { now, spanText, startText } from '../../utils/calendar';

type Follower = NonNullable<ShiftDetail['follow']>['waiting'][number];

const line = (text: string, index: number) => ({ key: String(index), text });
const follower = ({ name, postTitle, at }: Follower) => `${name} · ${postTitle} · ${startText(at, now())}`;

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
    held: detail.status === 'held',
    status: statusText(detail),
    standing: detail.mine ? standingText(detail.mine) : '',
    waits: detail.mine?.state === 'waiting',
    posts: detail.posts.map((post) => ({
      code: post.code,
      title: post.title,
      need: [postText(post, detail.status), waitingText(post.waiting)].filter(Boolean).join('，'),
      hidden: post.people === null,
      people: (post.people ?? []).map((person, index) => ({ ...person, key: String(index) })),
      choosable: open && post.forMe,
    })),
    follow: detail.follow && {
      waiting: detail.follow.waiting.map(follower).map(line),
      left: detail.follow.left.map(follower).map(line),
      toRing: detail.follow.toRing.map(({ name }) => name).map(line),
    },
  };
}

export type ShiftView = ReturnType<typeof describe>;
