import { Event as EngineEvent, type Element as EngineElement } from 'glass-easel';
import { markGesture } from './user-gesture';
import { endHover, startHover } from './hover';

const MOVE_LIMIT = 10;
const LONG_PRESS_MS = 350;

type Point = { identifier: number; clientX: number; clientY: number; pageX: number; pageY: number };
type Press = { start: Point; target: Element; tap: boolean; longPressed: boolean; timer: number };

/** Turns what a finger or a mouse does on a page into WeChat's touch events, taps and long presses. */
export function watchGestures(area: HTMLElement, viewport: () => DOMRect): void {
  const presses = new Map<number, Press>();
  let touched = false;

  const point = (source: { identifier?: number; clientX: number; clientY: number }): Point => {
    const origin = viewport();
    const x = source.clientX - origin.x;
    const y = source.clientY - origin.y;
    return { identifier: source.identifier ?? 0, clientX: x, clientY: y, pageX: x, pageY: y };
  };

  const send = (type: string, target: Element, event: Event, at: Point, held: boolean): void => {
    const isTouch = type.startsWith('touch');
    const detail = isTouch ? {} : { x: at.pageX, y: at.pageY };
    const prevented = dispatch(target, type, detail, event, {
      touches: held ? [at] : [],
      changedTouches: [at],
    });
    if (prevented && event.cancelable) event.preventDefault();
  };

  const start = (event: Event, target: Element, at: Point): void => {
    const press: Press = { start: at, target, tap: true, longPressed: false, timer: 0 };
    press.timer = window.setTimeout(() => {
      if (!press.tap) return;
      press.longPressed = dispatch(target, 'longpress', { x: at.pageX, y: at.pageY }, event, {
        touches: [at],
        changedTouches: [at],
      });
      dispatch(target, 'longtap', { x: at.pageX, y: at.pageY }, event, {
        touches: [at],
        changedTouches: [at],
      });
    }, LONG_PRESS_MS);
    presses.set(at.identifier, press);
    startHover(target);
    send('touchstart', target, event, at, true);
  };

  const move = (event: Event, at: Point): void => {
    const press = presses.get(at.identifier);
    if (!press) return;
    const far = Math.hypot(at.pageX - press.start.pageX, at.pageY - press.start.pageY) > MOVE_LIMIT;
    if (far && press.tap) {
      press.tap = false;
      endHover();
    }
    send('touchmove', press.target, event, at, true);
  };

  const end = (event: Event, at: Point, cancelled: boolean): void => {
    const press = presses.get(at.identifier);
    if (!press) return;
    presses.delete(at.identifier);
    window.clearTimeout(press.timer);
    endHover();
    send(cancelled ? 'touchcancel' : 'touchend', press.target, event, at, false);
    if (cancelled || !press.tap || press.longPressed) return;
    if (press.target.closest('wx-button[aria-disabled="true"]')) return;
    markGesture();
    send('tap', press.target, event, at, false);
  };

  const fingers = (event: TouchEvent, each: (at: Point) => void): void => {
    touched = true;
    for (const touch of event.changedTouches) each(point(touch));
  };
  area.addEventListener(
    'touchstart',
    (event) => fingers(event, (at) => start(event, event.target as Element, at)),
    {
      passive: true,
    },
  );
  area.addEventListener('touchmove', (event) => fingers(event, (at) => move(event, at)), { passive: false });
  area.addEventListener('touchend', (event) => fingers(event, (at) => end(event, at, false)));
  area.addEventListener('touchcancel', (event) => fingers(event, (at) => end(event, at, true)));
  area.addEventListener('mousedown', (event) => {
    if (!touched && event.button === 0) start(event, event.target as Element, point(event));
  });
  window.addEventListener('mousemove', (event) => touched || move(event, point(event)));
  window.addEventListener('mouseup', (event) => touched || end(event, point(event), false));
  // Screen readers and scripts click without pressing.
  area.addEventListener('click', (event) => {
    if (event.detail !== 0 || !(event.target instanceof Element)) return;
    if (event.target.closest('wx-button[aria-disabled="true"]')) return;
    markGesture();
    send('tap', event.target, event, point(event), false);
  });
  area.addEventListener('keydown', (event) => {
    const target = event.target;
    if (event.key !== 'Enter' || !(target instanceof HTMLElement) || target.tabIndex < 0) return;
    if (target.matches('wx-button, wx-checkbox, wx-radio, wx-switch, wx-navigator')) target.click();
  });
  for (const type of ['transitionend', 'animationstart', 'animationiteration', 'animationend']) {
    area.addEventListener(type, (event) => dispatch(event.target as Element, type, {}, event, {}), true);
  }
}

/** Sends an event through the component tree; answers whether a handler stopped its default. */
function dispatch(
  target: Element,
  type: string,
  detail: object,
  originalEvent: Event,
  extraFields: Record<string, unknown>,
): boolean {
  const element = engineElementOf(target);
  if (!element) return false;
  const event = new EngineEvent(type, detail, {
    originalEvent,
    bubbles: true,
    composed: true,
    capturePhase: true,
    extraFields,
  });
  EngineEvent.dispatchEvent(element, event);
  return event.defaultPrevented();
}

function engineElementOf(node: Node | null): EngineElement | null {
  for (let current = node; current; current = current.parentNode) {
    const element = (current as { __wxElement?: EngineElement }).__wxElement;
    if (element) return element;
  }
  return null;
}
