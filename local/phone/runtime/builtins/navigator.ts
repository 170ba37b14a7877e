import type { ComponentSpace } from 'glass-easel';
import { reportError } from '../error-log';
import { navigate, type OpenType } from '../pages/navigation';
import { defineBuiltin, setOwnAria } from './define';

export function registerNavigator(space: ComponentSpace): void {
  defineBuiltin(
    space,
    'navigator',
    {
      url: '',
      openType: 'navigate',
      delta: 1,
      target: 'self',
      hoverClass: 'navigator-hover',
      appId: '',
      path: '',
    },
    (host) => {
      host.element.tabIndex = 0;
      host.on('tap', () => {
        const { url, openType, delta } = host.props();
        try {
          navigate(openType as OpenType, url, delta, host.component);
          host.emit('success');
        } catch (error) {
          reportError(error, 'navigator');
          host.emit('fail');
        }
      });
      return { update: () => setOwnAria(host.component, { Role: 'link' }) };
    },
  );
}
