import type { ComponentSpace } from 'glass-easel';
import { defineBuiltin } from './define';

/** `<root-portal>`: what is inside hangs on the page itself, so no ancestor clips, moves or hides it. */
export function registerRootPortal(space: ComponentSpace): void {
  defineBuiltin(space, 'root-portal', { enable: true }, (host) => {
    const { element } = host;
    const portal = document.createElement('div');
    portal.className = 'wx-portal';
    portal.append(...element.childNodes);
    element.append(portal);
    // The engine keeps its children here; where they stand in the document is the portal's affair.
    Object.assign(element, {
      appendChild: portal.appendChild.bind(portal),
      insertBefore: portal.insertBefore.bind(portal),
      removeChild: portal.removeChild.bind(portal),
      replaceChild: portal.replaceChild.bind(portal),
    });
    const hang = (): void => {
      const page = host.props().enable ? element.closest('wx-page') : null;
      const place = page ?? element;
      portal.toggleAttribute('hidden', element.hasAttribute('hidden'));
      if (portal.parentElement !== place) place.append(portal);
    };
    return { attached: hang, update: hang, detached: () => portal.remove() };
  });
}
