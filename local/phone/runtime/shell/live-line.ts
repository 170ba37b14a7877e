import { el } from '../chrome/dom';

/** What the platform keeps of a dynamic message. */
type Activity = { activityId: string; state: number; members: number; limit: number };

const POLL_MS = 2000;
const ENDED = 2;

/** The line under a dynamic card, in WeChat's words. https://developers.weixin.qq.com/miniprogram/dev/framework/open-ability/share/updatable-message */
export function liveWords({ state, members, limit }: Activity): string {
  if (state === 0) return `成员正在加入，当前 ${members}/${limit} 人`;
  if (state === ENDED) return '已结束';
  return limit > 0 && members >= limit ? '已到齐' : '已开始';
}

/** Follows the activity as long as the card is there. */
export function liveLine(activityId: string): HTMLElement {
  const line = el('p', { class: 'card-live' });
  line.hidden = true;
  const follow = async (): Promise<void> => {
    const response = await fetch(`/local/activities?id=${encodeURIComponent(activityId)}`).catch(() => null);
    line.hidden = !response?.ok;
    if (!response?.ok) return;
    const activity = (await response.json()) as Activity;
    line.dataset['state'] = String(activity.state);
    line.textContent = liveWords(activity);
  };
  void follow();
  const timer = setInterval(() => (line.isConnected ? void follow() : clearInterval(timer)), POLL_MS);
  return line;
}
