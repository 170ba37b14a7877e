type Pull = {
  enabled: () => boolean;
  threshold: () => number;
  onPull?: (dy: number) => void;
  onRefresh: () => void;
  onAbort?: () => void;
};

const HEIGHT = 48;

/** Pulling down at the top of a scrolling area: three dots appear, and past the threshold it refreshes. */
export function watchPull(area: HTMLElement, pull: Pull): { show: (refreshing: boolean) => void } {
  const dots = document.createElement('div');
  dots.className = 'phone-refresher';
  dots.setAttribute('aria-hidden', 'true');
  dots.append(...[0, 1, 2].map(() => document.createElement('i')));
  let from: number | null = null;
  let distance = 0;
  let refreshing = false;

  const stretch = (height: number): void => {
    if (height > 0 && !dots.isConnected) area.prepend(dots);
    dots.style.height = `${height}px`;
    if (height <= 0) dots.remove();
  };
  const start = (y: number): void => {
    from = pull.enabled() && !refreshing ? y : null;
    distance = 0;
  };
  const move = (y: number): void => {
    if (from === null) return;
    distance = Math.max(0, (y - from) / 2);
    stretch(Math.min(distance, HEIGHT * 2));
    pull.onPull?.(distance);
  };
  const end = (): void => {
    if (from === null) return;
    from = null;
    if (distance >= pull.threshold()) pull.onRefresh();
    else {
      if (distance > 0) pull.onAbort?.();
      stretch(refreshing ? HEIGHT : 0);
    }
  };
  area.addEventListener('touchstart', (event) => start(event.touches[0]?.clientY ?? 0), { passive: true });
  area.addEventListener('touchmove', (event) => move(event.touches[0]?.clientY ?? 0), { passive: true });
  area.addEventListener('touchend', end);
  area.addEventListener('mousedown', (event) => start(event.clientY));
  window.addEventListener('mousemove', (event) => move(event.clientY));
  window.addEventListener('mouseup', end);

  return {
    show(value) {
      refreshing = value;
      if (from === null) stretch(value ? HEIGHT : 0);
    },
  };
}
