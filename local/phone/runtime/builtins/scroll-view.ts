import type { ComponentSpace } from 'glass-easel';
import { defineBuiltin } from './define';
import { watchPull } from './pull';

export function registerScrollView(space: ComponentSpace): void {
  defineBuiltin(
    space,
    'scroll-view',
    {
      scrollX: false,
      scrollY: false,
      scrollTop: null,
      scrollLeft: null,
      scrollIntoView: '',
      scrollWithAnimation: false,
      upperThreshold: 50,
      lowerThreshold: 50,
      enableBackToTop: false,
      enableFlex: false,
      enablePassive: false,
      enhanced: false,
      bounces: true,
      showScrollbar: true,
      pagingEnabled: false,
      fastDeceleration: false,
      scrollAnchoring: false,
      refresherEnabled: false,
      refresherThreshold: 45,
      refresherDefaultStyle: 'black',
      refresherBackground: '#fff',
      refresherTriggered: false,
      type: 'list',
      usingSticky: false,
    },
    (host) => {
      const { element } = host;
      let last = { top: 0, left: 0, nearTop: true, nearBottom: false };
      let applied: { scrollTop?: unknown; scrollLeft?: unknown; scrollIntoView?: string } = {};
      element.addEventListener('scroll', () => {
        const { scrollTop, scrollLeft, scrollHeight, scrollWidth, clientHeight } = element;
        const { upperThreshold, lowerThreshold } = host.props();
        host.emit('scroll', {
          scrollTop,
          scrollLeft,
          scrollHeight,
          scrollWidth,
          deltaX: last.left - scrollLeft,
          deltaY: last.top - scrollTop,
        });
        const nearTop = scrollTop <= upperThreshold;
        const nearBottom = scrollTop + clientHeight >= scrollHeight - lowerThreshold;
        if (nearTop && !last.nearTop) host.emit('scrolltoupper', { direction: 'top' });
        if (nearBottom && !last.nearBottom) host.emit('scrolltolower', { direction: 'bottom' });
        last = { top: scrollTop, left: scrollLeft, nearTop, nearBottom };
      });
      const pull = watchPull(element, {
        enabled: () => host.props().refresherEnabled && element.scrollTop <= 0,
        threshold: () => host.props().refresherThreshold,
        onPull: (dy) => host.emit('refresherpulling', { dy }),
        onRefresh: () => {
          host.set({ refresherTriggered: true });
          host.emit('refresherrefresh', {});
        },
        onAbort: () => host.emit('refresherabort', {}),
      });
      let wasTriggered = false;
      const scroll = (): void => {
        const { scrollTop, scrollLeft, scrollIntoView, scrollWithAnimation } = host.props();
        const behavior: ScrollBehavior = scrollWithAnimation ? 'smooth' : 'auto';
        if (scrollTop !== null && scrollTop !== applied.scrollTop)
          element.scrollTo({ top: Number(scrollTop), behavior });
        if (scrollLeft !== null && scrollLeft !== applied.scrollLeft) {
          element.scrollTo({ left: Number(scrollLeft), behavior });
        }
        if (scrollIntoView && scrollIntoView !== applied.scrollIntoView) {
          const node = host.component.ownerShadowRoot?.querySelector(`#${scrollIntoView}`);
          (node?.getBackendElement() as unknown as HTMLElement | undefined)?.scrollIntoView({ behavior });
        }
        applied = { scrollTop, scrollLeft, scrollIntoView };
      };
      return {
        attached: () => queueMicrotask(scroll),
        update() {
          const { scrollX, scrollY, enableFlex, showScrollbar, refresherTriggered } = host.props();
          element.classList.toggle('wx-scroll-x', scrollX);
          element.classList.toggle('wx-scroll-y', scrollY);
          element.classList.toggle('wx-scroll-flex', enableFlex);
          element.classList.toggle('wx-scroll-bare', !showScrollbar);
          if (scrollY && element.tabIndex < 0) element.tabIndex = 0;
          pull.show(refresherTriggered);
          if (wasTriggered && !refresherTriggered) host.emit('refresherrestore', {});
          wasTriggered = refresherTriggered;
          if (element.isConnected) queueMicrotask(scroll);
        },
      };
    },
  );
}
