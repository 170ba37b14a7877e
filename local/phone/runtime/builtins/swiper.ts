import type { ComponentSpace } from 'glass-easel';
import { componentOf, defineBuiltin } from './define';

const SETTLE_MS = 120;

/** A swiper scrolls with snapping; which item shows is told once the scrolling settles. */
export function registerSwiper(space: ComponentSpace): void {
  defineBuiltin(space, 'swiper-item', { itemId: '', skipHiddenItemLayout: false });
  defineBuiltin(
    space,
    'swiper',
    {
      indicatorDots: false,
      indicatorColor: 'rgba(0, 0, 0, .3)',
      indicatorActiveColor: '#000000',
      autoplay: false,
      current: 0,
      interval: 5000,
      duration: 500,
      circular: false,
      vertical: false,
      displayMultipleItems: 1,
      previousMargin: '0px',
      nextMargin: '0px',
      snapToEdge: false,
      easingFunction: 'default',
    },
    (host) => {
      const { element } = host;
      let shown = 0;
      let settle = 0;
      let timer = 0;
      let turning = false;
      const items = (): HTMLElement[] => [
        ...element.querySelectorAll<HTMLElement>(':scope > wx-swiper-item'),
      ];
      const offset = (index: number): ScrollToOptions =>
        host.props().vertical ? { top: index * element.clientHeight } : { left: index * element.clientWidth };
      const show = (index: number, behavior: ScrollBehavior): void =>
        element.scrollTo({ ...offset(index), behavior });
      const change = (index: number, source: string): void => {
        if (index === shown || index < 0) return;
        shown = index;
        host.set({ current: index });
        const currentItemId = String(componentOf(items()[index] ?? null)?.data['itemId'] ?? '');
        host.emit('change', { current: index, currentItemId, source });
        host.emit('animationfinish', { current: index, currentItemId, source });
      };
      element.addEventListener('scroll', () => {
        window.clearTimeout(settle);
        settle = window.setTimeout(() => {
          const size = host.props().vertical ? element.clientHeight : element.clientWidth;
          const at = host.props().vertical ? element.scrollTop : element.scrollLeft;
          if (size > 0) change(Math.round(at / size), turning ? 'autoplay' : 'touch');
          turning = false;
        }, SETTLE_MS);
      });
      return {
        attached: () => queueMicrotask(() => show(host.props().current, 'auto')),
        detached: () => window.clearInterval(timer),
        update() {
          const { vertical, current, autoplay, interval } = host.props();
          element.classList.toggle('wx-swiper-vertical', vertical);
          if (current !== shown && element.isConnected) {
            shown = current;
            show(current, 'smooth');
          }
          window.clearInterval(timer);
          if (autoplay)
            timer = window.setInterval(() => {
              turning = true;
              show((shown + 1) % Math.max(items().length, 1), 'smooth');
            }, interval);
        },
      };
    },
  );
}
