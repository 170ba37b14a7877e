import type { GeneralComponent } from 'glass-easel';

const HOVER_STAY_MS = 70;
/** The engine keeps a class of its own for passing states. */
const PASSING_CLASS = 3;
let hovered: GeneralComponent | null = null;

type Hoverable = { hoverClass?: string; disabled?: boolean };

/** The nearest element around the finger that has a hover-class gets it while pressed. */
export function startHover(target: Element): void {
  for (let node: Element | null = target; node; node = node.parentElement) {
    const component = (node as { __wxElement?: GeneralComponent }).__wxElement;
    const { hoverClass, disabled } = (component?.data ?? {}) as Hoverable;
    if (component && hoverClass && hoverClass !== 'none' && node.localName.startsWith('wx-')) {
      if (disabled) return;
      hovered = component;
      component.setNodeClass(hoverClass, PASSING_CLASS);
      return;
    }
  }
}

export function endHover(): void {
  const component = hovered;
  hovered = null;
  if (component) setTimeout(() => component.setNodeClass('', PASSING_CLASS), HOVER_STAY_MS);
}
