import type { SessionCard, SessionDetail, SessionStanding } from '../../typings/contract';
import { heldText } from './shift';
import { dayText, now, spanText, startText } from '../utils/calendar';

type Seats = Pick<SessionCard, 'status' | 'seats'>;

/** 还剩几个位子，数字单独放大；没有位子可说就是 null。 */
export function freeText({ status, seats }: Seats) {
  if (status !== 'open' || !seats) return null;
  return { before: '还有', number: String(seats.free), after: '个位子' };
}

const QUEUE = '位子满了，可以先排队，有人退出就轮到您。';

/** 这一场的情况，一句话；我已经报上的，不再劝我排队。 */
export function stateText(
  session: Seats & Pick<SessionDetail, 'check' | 'cancelledFor' | 'opensAt'> & { mine: unknown },
) {
  const { status, seats, mine, check, cancelledFor, opensAt } = session;
  const table: Record<SessionCard['status'], string> = {
    held: heldText(check).text,
    unopened: `还没发出去，${startText(opensAt, now())} 大家才看得到。`,
    open: seats ? '' : '不用报名，来就行。',
    full: mine ? '' : QUEUE,
    closed: mine ? '' : '报名截止了，想来请给服务站打电话。',
    started: '已经开始了。',
    over: '这一场已经结束了。',
    cancelled: `已经取消了，不用来了。原因：${cancelledFor}`,
  };
  return table[status];
}

/** 卡片上的情况 */
export function cardState({ status, seats }: Seats): string {
  const table: Record<SessionCard['status'], string> = {
    held: '还没通过审核',
    unopened: '还没发出去',
    open: seats ? `还有 ${seats.free} 个位子` : '不用报名，来就行',
    full: '满了，可以排队',
    closed: '报名截止了',
    started: '正在进行',
    over: '✓ 结束了',
    cancelled: '✕ 取消了',
  };
  return table[status];
}

const people = (seats: number) => (seats > 1 ? `，一共 ${seats} 位` : '');

/** 卡片上我的位置 */
export function mineOnCard(mine: SessionCard['mine']): string {
  if (!mine) return '';
  const table = {
    placed: `✓ 您报上了${people(mine.seats)}`,
    waiting: `您在排队${people(mine.seats)}`,
    joined: `您报名了${people(mine.seats)}，点开看排上没有`,
  };
  return table[mine.standing];
}

/** 我的位置，一直留在屏幕上；`ahead` counts seats. */
export function standingText({ state, ahead, seats }: SessionStanding): string {
  if (state === 'placed') return `您报上了${people(seats)}。到时候见。`;
  if (ahead === 0) return `您排在最前面${people(seats)}，有人退出就轮到您`;
  return `您在排队${people(seats)}，前面还有 ${ahead} 位，轮到您会告诉您`;
}

const AUDIENCES: Readonly<Record<SessionDetail['audience'], string>> = {
  all: '大家都可以来',
  veterans: '只给退役军人',
  youth: '给孩子的，由家长带着来',
};
export const audienceText = (audience: SessionDetail['audience']) => AUDIENCES[audience];

export const AGE_BANDS = [
  { code: 'under7', name: '7 岁以下' },
  { code: 'from7', name: '7 到 11 岁' },
  { code: 'from12', name: '12 岁以上' },
] as const;

/** 谁能来，能带几位，什么时候截止。 */
export function ruleText(session: Pick<SessionDetail, 'audience' | 'companions' | 'seats' | 'deadline'>) {
  const { audience, companions, seats, deadline } = session;
  const whom = audienceText(audience);
  if (!seats) return whom;
  const noun = audience === 'youth' ? '个孩子' : '位';
  const along = companions > 0 ? `每家最多带 ${companions} ${noun}` : '';
  return [whom, along, `${startText(deadline, now())} 截止报名`].filter(Boolean).join('，');
}

const CHANGED = { time: '时间', place: '地点' } as const;

/** 改过的要一眼看出来。 */
export function changeText({ at, what }: SessionDetail['changes'][number]): string {
  return `${what.map((field) => CHANGED[field]).join('和')}改过了（${dayText(at, now())}改的），请看清楚。`;
}

const REASONS = {
  promoted: '排上了',
  removed: '名额少了，请他让出来',
  changed: '时间地点改了',
  cancelled: '活动取消了',
  reminder: '快到了，提醒一声',
} as const;
export const reasonText = (why: keyof typeof REASONS) => REASONS[why];

export const leftText = (promoted: number) =>
  promoted > 0 ? '您退出了，位子给了排队的人。' : '您退出了，谢谢您早说。';

/** 群里卡片的标题：什么事、哪一天、在哪里；不写人数，人数会变。 */
export const shareText = ({ title, startsAt, endsAt, place }: SessionDetail) =>
  `${title} ${spanText(startsAt, endsAt, now())} ${place}`;

/** 告诉到了几位；没告诉到的人在哪里看。 */
export const toldText = (done: string, told: number) =>
  `${done}${told > 0 ? `，已经发消息告诉 ${told} 位` : ''}。没有告诉到的，写在活动里「要打电话告诉的」。`;
