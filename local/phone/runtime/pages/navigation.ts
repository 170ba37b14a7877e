import type { GeneralComponent } from 'glass-easel';
import type { Page } from './page';
import type { PageStack } from './page-stack';

export type OpenType =
  'navigate' | 'navigateTo' | 'redirect' | 'redirectTo' | 'switchTab' | 'reLaunch' | 'navigateBack';

let stack: PageStack | null = null;

export function useStack(value: PageStack): void {
  stack = value;
}

export function pageStack(): PageStack {
  if (!stack) throw new Error('the phone has not started yet');
  return stack;
}

/** Goes somewhere by any of WeChat's ways; a refusal throws. */
export function navigate(type: OpenType, url: string, delta = 1, from?: GeneralComponent): Page | null {
  const target = from && url && !url.startsWith('/') ? absolute(url, from) : url;
  switch (type) {
    case 'navigate':
    case 'navigateTo':
      return pageStack().navigateTo(target);
    case 'redirect':
    case 'redirectTo':
      return pageStack().redirectTo(target);
    case 'switchTab':
      return pageStack().switchTab(target);
    case 'reLaunch':
      return pageStack().reLaunch(target);
    case 'navigateBack':
      pageStack().navigateBack(delta);
      return null;
    default:
      throw new Error(`open-type ${String(type)} is not available on the local phone`);
  }
}

function absolute(url: string, from: GeneralComponent): string {
  const owner = from.ownerShadowRoot?.getHostNode().is ?? '';
  const resolved = new URL(url, `http://app/${owner}`);
  return resolved.pathname + resolved.search;
}
