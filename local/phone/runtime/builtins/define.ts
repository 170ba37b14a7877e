import type { ComponentSpace, GeneralComponent } from 'glass-easel';
import type { BuiltinTag } from '../../builtin-tags';

/** A property's default; its type follows from it. `null` takes any value. */
export type Properties = Record<string, string | number | boolean | null>;

export type Host<P extends Properties> = {
  component: GeneralComponent;
  element: HTMLElement;
  /** The current property values. */
  props: () => { [K in keyof P]: P[K] extends null ? unknown : P[K] };
  set: (values: Partial<Record<keyof P, unknown>>) => void;
  emit: (type: string, detail?: object, options?: { bubbles?: boolean }) => void;
  on: (type: string, listener: (event: HostEvent) => void) => void;
};

export type HostEvent = {
  type: string;
  detail: Record<string, unknown>;
  touches?: { pageX: number; pageY: number }[];
  getOriginalEvent: () => unknown;
};

export type Life = { update?: () => void; attached?: () => void; detached?: () => void };

/** Attributes that every built-in component takes. */
const ARIA = [
  'Role',
  'Label',
  'Roledescription',
  'Hidden',
  'Labelledby',
  'Describedby',
  'Live',
  'Atomic',
  'Modal',
  'Expanded',
  'Selected',
  'Checked',
  'Disabled',
  'Current',
  'Pressed',
  'Controls',
  'Busy',
  'Haspopup',
  'Invalid',
  'Level',
  'Required',
  'Valuenow',
  'Valuemin',
  'Valuemax',
  'Valuetext',
];

const shared: Record<string, { type: unknown; value: unknown }> = {
  hidden: { type: Boolean, value: false },
  hoverClass: { type: String, value: 'none' },
  hoverStartTime: { type: Number, value: 50 },
  hoverStayTime: { type: Number, value: 400 },
  hoverStopPropagation: { type: Boolean, value: false },
  ...Object.fromEntries(ARIA.map((name) => [`aria${name}`, { type: null, value: null }])),
};

const lives = new WeakMap<object, Life>();

/** Registers a built-in component: its own DOM is made by hand inside the element that the engine creates. */
export function defineBuiltin<P extends Properties>(
  space: ComponentSpace,
  tag: BuiltinTag,
  properties: P,
  setup?: (host: Host<P>) => Life | void,
): void {
  const own = Object.entries(properties).map(([name, value]) => [name, { type: typeOf(value), value }]);
  const definition = space.defineComponent({
    is: `wx-builtin/${tag}`,
    options: { virtualHost: false, idPrefixGenerator: null },
    properties: { ...shared, ...Object.fromEntries(own) } as never,
    observers: {
      '**'(this: GeneralComponent) {
        update(this);
      },
    },
    lifetimes: {
      created(this: GeneralComponent) {
        const life = setup?.(hostOf<P>(this)) ?? {};
        lives.set(this, life);
        update(this);
      },
      attached(this: GeneralComponent) {
        lives.get(this)?.attached?.();
      },
      detached(this: GeneralComponent) {
        lives.get(this)?.detached?.();
      },
    },
  });
  space.setGlobalUsingComponent(tag, definition as never);
}

function typeOf(value: Properties[string]): unknown {
  if (value === null) return null;
  return { string: String, number: Number, boolean: Boolean }[
    typeof value as 'string' | 'number' | 'boolean'
  ];
}

export const elementOf = (component: GeneralComponent): HTMLElement =>
  component.getBackendElement() as unknown as HTMLElement;

export const componentOf = (element: Element | null): GeneralComponent | null =>
  (element as { __wxElement?: GeneralComponent } | null)?.__wxElement ?? null;

function hostOf<P extends Properties>(component: GeneralComponent): Host<P> {
  return {
    component,
    element: elementOf(component),
    props: () => component.data as never,
    set: (values) => component.setData(values as never),
    emit: (type, detail = {}, options = {}) =>
      component.triggerEvent(type, detail, { composed: false, ...options }),
    on: (type, listener) => component.addListener(type, listener as never),
  };
}

/** Where assistive technology meets the component, when that is not its own element: the field of an input. */
export const spokenElements = new WeakMap<Element, HTMLElement>();

function update(component: GeneralComponent): void {
  const host = elementOf(component);
  const element = spokenElements.get(host) ?? host;
  host.toggleAttribute('hidden', Boolean((component.data as Record<string, unknown>)['hidden']));
  for (const name of ARIA) {
    const given = ariaText(component, name);
    if (given !== '') element.setAttribute(attributeOf(name), given);
    else if (!ownAria.get(host)?.has(name)) element.removeAttribute(attributeOf(name));
  }
  lives.get(component)?.update?.();
}

const attributeOf = (name: string): string => (name === 'Role' ? 'role' : `aria-${name.toLowerCase()}`);

/** An aria attribute as the app gives it. */
export function ariaText(component: GeneralComponent, name: string): string {
  const value = (component.data as Record<string, unknown>)[`aria${name}`];
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

const ownAria = new WeakMap<Element, Set<string>>();

/** A role or state that a component has by itself, unless the app says otherwise. */
export function setOwnAria(component: GeneralComponent, states: Record<string, string | null>): void {
  const element = elementOf(component);
  ownAria.set(element, new Set(Object.keys(states)));
  for (const [name, value] of Object.entries(states)) {
    if (ariaText(component, name) !== '') continue;
    if (value === null) element.removeAttribute(attributeOf(name));
    else element.setAttribute(attributeOf(name), value);
  }
}
