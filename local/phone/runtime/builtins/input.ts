import type { ComponentSpace } from 'glass-easel';
import { activations, formFields } from './activation';
import { defineBuiltin, spokenElements, type Host, type Life } from './define';
import { offerNickname } from './nickname';

const shared = {
  value: '',
  placeholder: '',
  placeholderStyle: '',
  placeholderClass: '',
  name: '',
  disabled: false,
  maxlength: 140,
  cursorSpacing: 0,
  cursor: -1,
  focus: false,
  autoFocus: false,
  confirmHold: false,
  confirmType: 'done',
  holdKeyboard: false,
  adjustPosition: true,
  selectionStart: -1,
  selectionEnd: -1,
  alwaysEmbed: false,
  safePasswordCertPath: '',
  safePasswordLength: 0,
  safePasswordTimeStamp: 0,
  safePasswordNonce: '',
  safePasswordSalt: '',
  safePasswordCustomHash: '',
  disableDefaultPadding: false,
  cursorColor: '',
};

const KEYBOARDS: Record<string, string> = { number: 'numeric', digit: 'decimal', idcard: 'text', tel: 'tel' };

export function registerInputs(space: ComponentSpace): void {
  defineBuiltin(space, 'input', { ...shared, type: 'text', password: false }, (host) => {
    const field = document.createElement('input');
    const life = keepField(host, field);
    const isNickname = (): boolean => host.props().type === 'nickname';
    offerNickname(field, isNickname, (name) => {
      field.value = field.maxLength < 0 ? name : name.slice(0, field.maxLength);
      field.dispatchEvent(new InputEvent('input'));
      field.blur();
    });
    return {
      ...life,
      update() {
        const { type, password } = host.props();
        field.type = password ? 'password' : 'text';
        field.inputMode = KEYBOARDS[type] ?? 'text';
        life.update?.();
      },
    };
  });
  defineBuiltin(
    space,
    'textarea',
    {
      ...shared,
      confirmType: 'return',
      autoHeight: false,
      fixed: false,
      showConfirmBar: true,
      adjustKeyboardTo: 'cursor',
    },
    (host) => {
      const field = document.createElement('textarea');
      const life = keepField(host, field);
      const grow = (): void => {
        if (!host.props().autoHeight) return;
        field.style.height = 'auto';
        field.style.height = `${field.scrollHeight}px`;
        host.element.style.height = 'auto';
        host.emit('linechange', { height: field.scrollHeight, lineCount: field.value.split('\n').length });
      };
      field.addEventListener('input', grow);
      return {
        ...life,
        attached() {
          life.attached?.();
          grow();
        },
        update() {
          life.update?.();
          if (host.element.isConnected) grow();
        },
      };
    },
  );
}

type Shared = typeof shared;

/** What input and textarea have in common: WeChat's events, and a value that the app and the person both change. */
function keepField<P extends Shared>(given: Host<P>, field: HTMLInputElement | HTMLTextAreaElement): Life {
  const host = given as unknown as Host<Shared>;
  let focused = false;
  let initial = '';
  host.element.prepend(field);
  spokenElements.set(host.element, field);
  const at = (): { value: string; cursor: number } => ({
    value: field.value,
    cursor: field.selectionStart ?? field.value.length,
  });
  field.addEventListener('input', (event) => {
    if ((event as InputEvent).isComposing) return;
    changed();
  });
  field.addEventListener('compositionend', () => changed());
  const changed = (): void => {
    host.set({ value: field.value });
    host.emit('input', { ...at(), keyCode: 0 });
  };
  field.addEventListener('focus', () => {
    focused = true;
    host.emit('focus', { value: field.value, height: 0 });
  });
  field.addEventListener('blur', () => {
    focused = false;
    host.emit('blur', at());
  });
  field.addEventListener('keydown', (event) => {
    const confirms = field instanceof HTMLInputElement || host.props().confirmType !== 'return';
    if ((event as KeyboardEvent).key !== 'Enter' || !confirms) return;
    host.emit('confirm', { value: field.value });
    if (!host.props().confirmHold) field.blur();
  });
  activations.set(host.element, () => field.focus());
  formFields.set(host.element, {
    name: () => host.props().name,
    value: () => field.value,
    reset: () => host.set({ value: initial }),
  });
  const wantsFocus = (): boolean => host.props().focus || host.props().autoFocus;
  return {
    attached() {
      initial = host.props().value;
      if (wantsFocus()) queueMicrotask(() => field.focus());
    },
    update() {
      const { value, placeholder, disabled, maxlength, placeholderStyle, focus } = host.props();
      const text = String(value ?? '');
      if (field.value !== text) field.value = text;
      field.placeholder = placeholder;
      field.disabled = disabled;
      if (maxlength >= 0) field.maxLength = maxlength;
      else field.removeAttribute('maxlength');
      const color = /(?:^|;)\s*color:\s*([^;]+)/.exec(placeholderStyle)?.[1];
      field.style.setProperty('--wx-placeholder-color', color ?? '');
      if (host.element.isConnected && focus !== focused) {
        if (focus) field.focus();
      }
    },
  };
}
