import { el } from '../chrome/dom';
import type { DynamicCard } from '../wx/share-menu';

/** What the platform keeps of a dynamic message; the numbers are null until the app changes them. */
type Activity = { state: number; members: string | null; limit: string | null };

const POLL_MS = 2000;
const [JOINING, BEGUN] = [0, 1];
/** WeChat's template for what begins once everybody is there. */
const ALL_THERE = '666F374D69D16C932E45D7E7D9F10CEF6177F5F5';

/** The line under a dynamic card, in WeChat's words. https://developers.weixin.qq.com/miniprogram/dev/framework/open-ability/share/updatable-message */
export function liveWords(card: DynamicCard, { state, members, limit }: Activity): string {
  if (state === JOINING) return `成员正在加入，当前 ${members ?? card.members}/${limit ?? card.limit} 人`;
  if (state === BEGUN) return card.templateId === ALL_THERE ? '已到齐' : '已开始';
  return '已结束';
}

/** Follows the activity as long as the card is there. */
export function liveLine(card: DynamicCard): HTMLElement {
  const line = el('p', { class: 'card-live' });
  line.hidden = true;
  const follow = async (): Promise<void> => {
    const address = `/local/activities?id=${encodeURIComponent(card.activityId)}`;
    const response = await fetch(address).catch(() => null);
    line.hidden = !response?.ok;
    if (!response?.ok) return;
    const activity = (await response.json()) as Activity;
    line.dataset['state'] = String(activity.state);
    line.textContent = liveWords(card, activity);
  };
  void follow();
  const timer = setInterval(() => (line.isConnected ? void follow() : clearInterval(timer)), POLL_MS);
  return line;
}
