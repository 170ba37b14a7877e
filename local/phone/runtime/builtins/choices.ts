import type { ComponentSpace } from 'glass-easel';
import { activations, formFields } from './activation';
import { componentOf, defineBuiltin, setOwnAria, type Host, type Life } from './define';

const choice = { value: '', checked: false, disabled: false, color: '#07c160' };
type Choice = typeof choice;

export function registerChoices(space: ComponentSpace): void {
  defineBuiltin(space, 'checkbox', choice, (host) =>
    mark(host, 'checkbox', () => {
      host.set({ checked: !host.props().checked });
      const group = host.element.closest<HTMLElement>('wx-checkbox-group');
      if (group) componentOf(group)?.triggerEvent('change', { value: checkedValues(group, 'wx-checkbox') });
    }),
  );
  defineBuiltin(space, 'radio', choice, (host) =>
    mark(host, 'radio', () => {
      if (host.props().checked) return;
      const group = host.element.closest<HTMLElement>('wx-radio-group');
      for (const other of group?.querySelectorAll('wx-radio') ?? []) {
        if (other !== host.element) componentOf(other)?.setData({ checked: false } as never);
      }
      host.set({ checked: true });
      if (group) componentOf(group)?.triggerEvent('change', { value: host.props().value });
    }),
  );
  defineBuiltin(space, 'switch', { ...choice, name: '', type: 'switch' }, (host) => {
    formFields.set(host.element, {
      name: () => host.props().name,
      value: () => host.props().checked,
      reset: () => host.set({ checked: false }),
    });
    return mark(host, 'switch', () => {
      host.set({ checked: !host.props().checked });
      host.emit('change', { value: host.props().checked });
    });
  });
  for (const kind of ['checkbox', 'radio'] as const) {
    defineBuiltin(space, `${kind}-group`, { name: '' }, (host) => {
      const item = `wx-${kind}`;
      if (kind === 'radio') host.element.setAttribute('role', 'radiogroup');
      formFields.set(host.element, {
        name: () => host.props().name,
        value: () => {
          const values = checkedValues(host.element, item);
          return kind === 'radio' ? (values[0] ?? '') : values;
        },
        reset: () => {
          for (const one of host.element.querySelectorAll(item))
            componentOf(one)?.setData({ checked: false } as never);
        },
      });
    });
  }
}

/** The box, dot or knob, its role and state, and the tap that changes it. */
function mark(host: Host<Choice>, role: 'checkbox' | 'radio' | 'switch', toggle: () => void): Life {
  const box = document.createElement('span');
  box.className = `wx-${role}-mark`;
  host.element.prepend(box);
  host.element.tabIndex = 0;
  const change = (): void => {
    if (!host.props().disabled) toggle();
  };
  host.on('tap', change);
  activations.set(host.element, change);
  return {
    update() {
      const { checked, disabled, color } = host.props();
      setOwnAria(host.component, {
        Role: role,
        Checked: String(checked),
        Disabled: disabled ? 'true' : null,
      });
      box.style.setProperty('--wx-choice-color', color);
    },
  };
}

function checkedValues(group: Element, item: string): string[] {
  return [...group.querySelectorAll(item)]
    .map((one) => componentOf(one)?.data as Choice | undefined)
    .filter((data) => data?.checked)
    .map((data) => data?.value ?? '');
}
