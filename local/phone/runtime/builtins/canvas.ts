import type { ComponentSpace } from 'glass-easel';
import { reportError } from '../error-log';
import { prepareCanvas } from '../wx/canvas-node';
import { defineBuiltin } from './define';

/** `<canvas type="2d">`: its node comes from a selector query. */
export function registerCanvas(space: ComponentSpace): void {
  defineBuiltin(space, 'canvas', { type: '', canvasId: '', disableScroll: false }, (host) => {
    const canvas = prepareCanvas(document.createElement('canvas'));
    host.element.append(canvas);
    return {
      attached() {
        if (host.props().type !== '2d')
          reportError('<canvas> without type="2d" is not available on the local phone');
      },
    };
  });
}
