import type { CodeSpace } from 'glass-easel-miniprogram-adapter';
import type { GeneralBehavior } from 'glass-easel';

type AdapterBehavior = ReturnType<ReturnType<CodeSpace['behavior']>['register']>;
type Definition = { behaviors?: unknown[]; [key: string]: unknown };

let formField: AdapterBehavior | null = null;

/** Behaviors that WeChat names by a string; the adapter wants objects. */
export function wxBehaviors(space: CodeSpace): (definition: Definition) => void {
  const field = space
    .behavior()
    .definition({ properties: { name: String, value: null } })
    .register();
  formField = field;
  const empty = (): AdapterBehavior => space.behavior().definition({}).register();
  const known: Record<string, unknown> = {
    'wx://form-field': field,
    'wx://form-field-group': empty(),
    'wx://form-field-button': empty(),
    'wx://component-export': empty(),
  };
  return (definition) => {
    if (!definition.behaviors) return;
    definition.behaviors = definition.behaviors.map((behavior) => {
      if (typeof behavior !== 'string') return behavior;
      const found = known[behavior];
      if (!found) throw new Error(`behavior ${behavior} is not available on the local phone`);
      return found;
    });
  };
}

/** What marks a component of the app as a field of a form. */
export const formFieldBehavior = (): GeneralBehavior | null =>
  (formField as unknown as { _$: GeneralBehavior } | null)?._$ ?? null;
