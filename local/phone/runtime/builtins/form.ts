import type { ComponentSpace, GeneralComponent } from 'glass-easel';
import { formFieldBehavior } from '../engine/wx-behaviors';
import { activations, formFields } from './activation';
import { componentOf, defineBuiltin } from './define';

const CONTROLS = 'wx-checkbox, wx-radio, wx-switch, wx-input, wx-textarea, wx-button, wx-picker';

export function registerForm(space: ComponentSpace): void {
  defineBuiltin(space, 'form', { reportSubmit: false, reportSubmitTimeout: 0 });
  defineBuiltin(space, 'label', { for: '' }, (host) => {
    host.on('tap', (event) => {
      const origin = (event.getOriginalEvent() as Event | undefined)?.target;
      if (origin instanceof Element && origin.closest(`${CONTROLS}, wx-label`)?.matches(CONTROLS)) return;
      const wanted = host.props().for;
      const control = wanted ? controlById(host.component, wanted) : host.element.querySelector(CONTROLS);
      if (control) activations.get(control)?.();
    });
  });
}

function controlById(from: GeneralComponent, id: string): HTMLElement | null {
  const found = from.ownerShadowRoot?.querySelector(`#${id}`) as GeneralComponent | null | undefined;
  return (found?.getBackendElement() as unknown as HTMLElement | undefined) ?? null;
}

export function submitForm(from: Element): void {
  const form = from.closest('wx-form');
  if (!form) return;
  const value: Record<string, unknown> = {};
  for (const element of form.querySelectorAll('*')) {
    const field = formFields.get(element) ?? customField(element);
    if (field?.name()) value[field.name()] = field.value();
  }
  componentOf(form)?.triggerEvent('submit', { value, target: {} });
}

export function resetForm(from: Element): void {
  const form = from.closest('wx-form');
  if (!form) return;
  for (const element of form.querySelectorAll('*')) formFields.get(element)?.reset();
  componentOf(form)?.triggerEvent('reset', {});
}

/** A component of the app that uses `wx://form-field` counts as a field, too. */
function customField(element: Element): { name: () => string; value: () => unknown } | null {
  const component = componentOf(element);
  const behavior = formFieldBehavior();
  if (!component || !behavior || !('hasBehavior' in component) || !component.hasBehavior(behavior))
    return null;
  const data = component.data as { name?: string; value?: unknown };
  return { name: () => data.name ?? '', value: () => data.value };
}
