import type { ShiftCard, ShiftDetail, Standing } from '../../typings/contract';
import { spanText } from '../utils/calendar';

type Status = ShiftCard['status'];

/** 一班在这一刻怎么说 */
export const STATUS: Readonly<Record<Status, string>> = {
  held: '· 还没通过审核',
  gap: '还缺人',
  full: '✓ 齐了',
  over: '✓ 结束了',
  cancelled: '✕ 取消了',
};

const MY_STANDING: Readonly<Record<NonNullable<ShiftCard['mine']>['standing'], (post: string) => string>> = {
  placed: (post) => `✓ 您报上了：${post}`,
  waiting: (post) => `您在排队：${post}`,
  joined: (post) => `您报名了：${post}，点开看排上没有`,
};

export const mineText = (mine: ShiftCard['mine']) => (mine ? MY_STANDING[mine.standing](mine.postTitle) : '');

export const whereText = ({ gridName, place }: { gridName: string; place: string }) =>
  `${gridName} · ${place}`;

/** 还缺几人，人数单独放大；缺的我都报不了，就说缺的是哪一种人。 */
export function gapText({ missing, posts }: Pick<ShiftCard, 'missing' | 'posts'>) {
  const open = posts.filter((post) => post.missing > 0);
  const forNobody = !posts.some((post) => post.forMe);
  const anyone = forNobody || open.some((post) => post.forMe);
  const whom = anyone ? '' : open.map((post) => post.title).join('、');
  return { before: `还缺${whom}`, number: String(missing), after: '人' };
}

/** 读屏听到的一整句：跟看到的同一个次序；`left` 是倒计时，有它就不说还缺几人。 */
export function spoken(shift: ShiftCard, present: number, left = ''): string {
  const { title, startsAt, endsAt, status } = shift;
  const gap = gapText(shift);
  const need = status === 'gap' ? `${gap.before} ${gap.number} ${gap.after}` : STATUS[status].slice(2);
  const when = spanText(startsAt, endsAt, present);
  const parts = [title, left || need, when, whereText(shift), mineText(shift.mine)];
  return parts.filter(Boolean).join('，').replace('✓ ', '');
}

/** 一个岗位要几人、还缺几人；不再报名的班只说要几人。 */
export function postText(
  { headCount, missing }: { headCount: number; missing: number },
  status: Status,
): string {
  const need = `要 ${headCount} 人`;
  if (status !== 'gap' && status !== 'full') return need;
  return missing > 0 ? `${need}，还缺 ${missing} 人` : `${need}，✓ 齐了`;
}

export const waitingText = (waiting: number) => (waiting > 0 ? `${waiting} 人在排队` : '');

/** 我的位置，一直留在屏幕上 */
export function standingText({ state, ahead, postTitle }: Standing): string {
  if (state === 'placed') return `您报上了：${postTitle}。到时候见。`;
  return ahead === 0
    ? '您排在第 1 位，有人退出就轮到您'
    : `您排在第 ${ahead + 1} 位，前面还有 ${ahead} 人，轮到您会告诉您`;
}

export const leftText = (promoted: number) =>
  promoted > 0 ? '您退出了，已由排队的人补上。' : '您退出了，谢谢您早说。';

/** 班次的情况，一句话；我已经报上的，不再劝我排队。 */
export function statusText(shift: ShiftDetail): { tone: 'loud' | 'plain' | 'bad'; text: string } {
  const { before, number, after } = gapText(shift);
  const gap = `${before} ${number} ${after}`;
  const table: Record<Status, ReturnType<typeof statusText>> = {
    held: heldText(shift.check),
    gap: { tone: shift.mine ? 'plain' : 'loud', text: gap },
    full: { tone: 'plain', text: shift.mine ? '' : '都齐了，可以先排队，有人退出就轮到您。' },
    over: { tone: 'plain', text: '这一班已经结束了。' },
    cancelled: { tone: 'bad', text: '这一班已经取消了，不用来了。' },
  };
  return table[shift.status];
}

/** 自己发的还没通过审核。 */
export function heldText(check: ShiftDetail['check']): ReturnType<typeof statusText> {
  if (check?.state !== 'refused')
    return { tone: 'plain', text: '正在审核，通过以后大家才看得到。现在只有您看得到。' };
  const why = check.reason ? `：${check.reason.replace(/[。.]$/, '')}` : '';
  return { tone: 'bad', text: `没有通过审核${why}。请换个说法，重新发一班。` };
}

/** 群里卡片的标题：什么事、什么时候、在哪里。 */
export const shareText = ({ title, when, where }: { title: string; when: string; where: string }) =>
  `${title} ${when} ${where}`;
