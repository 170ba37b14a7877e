import type { ComponentSpace } from 'glass-easel';
import { submitForm, resetForm } from './form';
import { activations } from './activation';
import { defineBuiltin, setOwnAria } from './define';
import { openButton } from './open-types';

export function registerButton(space: ComponentSpace): void {
  defineBuiltin(
    space,
    'button',
    {
      size: 'default',
      type: 'default',
      plain: false,
      disabled: false,
      loading: false,
      formType: '',
      openType: '',
      hoverClass: 'button-hover',
      name: '',
      lang: 'en',
      sessionFrom: '',
      sendMessageTitle: '',
      sendMessagePath: '',
      sendMessageImg: '',
      appParameter: '',
      showMessageCard: false,
      businessId: '',
      phoneNumberNoQuotaToast: true,
      needShowEntrance: false,
      entrancePath: '',
      activityType: '',
    },
    (host) => {
      host.element.tabIndex = 0;
      host.on('tap', () => press());
      const press = (): void => {
        const { disabled, formType, openType } = host.props();
        if (disabled) return;
        if (formType === 'submit') submitForm(host.element);
        if (formType === 'reset') resetForm(host.element);
        if (openType) openButton(openType, host);
      };
      activations.set(host.element, () => host.element.click());
      return {
        update() {
          const { size, type, plain, disabled, loading } = host.props();
          const { element } = host;
          setOwnAria(host.component, { Role: 'button', Disabled: disabled ? 'true' : null });
          element.setAttribute('type', type);
          element.setAttribute('size', size);
          element.toggleAttribute('plain', plain);
          element.toggleAttribute('disabled', disabled);
          element.toggleAttribute('loading', loading);
        },
      };
    },
  );
}
