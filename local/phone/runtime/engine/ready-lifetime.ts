import type { ComponentSpace, GeneralBehavior, GeneralComponent } from 'glass-easel';

let waiting: GeneralComponent[] = [];

/** The engine leaves `ready` to its host: children are ready before their parents, after the first layout. */
export function readyBehavior(space: ComponentSpace): GeneralBehavior {
  return space
    .define()
    .lifetime('attached', function attached() {
      const component = (this as unknown as { _$?: GeneralComponent })._$ ?? this;
      if (waiting.length === 0) queueMicrotask(flushReady);
      waiting.push(component);
    })
    .registerBehavior();
}

/** Runs what waits; a page calls it between its first `onShow` and its `onReady`. */
export function flushReady(): void {
  const components = waiting;
  waiting = [];
  for (const component of components.reverse()) component.triggerLifetime('ready', []);
}
