import type { ComponentSpace, GeneralComponent } from 'glass-easel';
import { temporaryUrl } from '../wx/cloud/cloud-files';
import { fileUrl } from '../wx/files/file-store';
import { ariaText, defineBuiltin, spokenElements } from './define';

/** object-fit and object-position for each mode of WeChat. */
const MODES: Record<string, [string, string]> = {
  scaleToFill: ['fill', 'center'],
  aspectFit: ['contain', 'center'],
  aspectFill: ['cover', 'center'],
  widthFix: ['fill', 'center'],
  heightFix: ['fill', 'center'],
  top: ['none', 'top'],
  bottom: ['none', 'bottom'],
  center: ['none', 'center'],
  left: ['none', 'left'],
  right: ['none', 'right'],
};

export function registerImage(space: ComponentSpace): void {
  defineBuiltin(
    space,
    'image',
    { src: '', mode: 'scaleToFill', webp: false, lazyLoad: false, showMenuByLongpress: false },
    (host) => {
      const image = document.createElement('img');
      image.draggable = false;
      host.element.prepend(image);
      spokenElements.set(host.element, image);
      let shown = '';
      image.onload = () => {
        fit();
        host.emit('load', { width: image.naturalWidth, height: image.naturalHeight });
      };
      image.onerror = () => host.emit('error', { errMsg: `GET ${shown} 404 (Not Found)` });
      const fit = (): void => {
        const { mode } = host.props();
        host.element.classList.toggle('wx-image-width-fix', mode === 'widthFix');
        host.element.classList.toggle('wx-image-height-fix', mode === 'heightFix');
      };
      const showCloudFile = async (fileID: string): Promise<void> => {
        const url = await temporaryUrl(fileID).catch(() => null);
        if (shown !== fileID) return;
        if (url) image.src = url;
        else host.emit('error', { errMsg: `${fileID} cannot be read` });
      };
      return {
        update() {
          const { src, mode } = host.props();
          const [size, position] = MODES[mode] ?? ['fill', 'center'];
          image.style.objectFit = size;
          image.style.objectPosition = position;
          image.alt = ariaText(host.component, 'Label');
          fit();
          if (src !== shown) {
            shown = src;
            if (src.startsWith('cloud://')) void showCloudFile(src);
            else if (src) image.src = pictureUrl(src, host.component);
            else image.removeAttribute('src');
          }
        },
      };
    },
  );
}

/** A path is the mini-program's own: from its root, or beside the file that names it. */
export function pictureUrl(src: string, component: GeneralComponent | null): string {
  if (/^(data:|blob:|https?:|\/\/)/.test(src)) return src;
  if (src.startsWith('wxfile://')) return fileUrl(src) ?? src;
  const owner = component?.ownerShadowRoot?.getHostNode().is ?? '';
  return new URL(src.replace(/^\//, `${location.origin}/app/`), `${location.origin}/app/${owner}`).href;
}
