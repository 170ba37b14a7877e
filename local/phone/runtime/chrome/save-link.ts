import { el } from './dom';

/** WeChat's ways out of the phone (open in another app, the album) lead to the machine that it runs on. */
export function saveLink(name: string, url: string, className: string): HTMLAnchorElement {
  const link = el('a', { class: className, text: '存到这台电脑' });
  link.href = url;
  link.download = name;
  return link;
}

const KB = 1024;

export function sizeOf(bytes: number): string {
  if (bytes < KB) return `${bytes} 字节`;
  return bytes < KB * KB ? `${(bytes / KB).toFixed(1)} KB` : `${(bytes / KB / KB).toFixed(1)} MB`;
}
