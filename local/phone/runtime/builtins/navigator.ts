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
        navigate(openType as OpenType, url, delta, host.component).then(
          () => host.emit('success'),
          (error: unknown) => {
            reportError(error, 'navigator');
            host.emit('fail');
          },
        );
      });
      return { update: () => setOwnAria(host.element, 'Role', 'link') };
    },
  );
}
