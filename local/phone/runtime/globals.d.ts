import type { CompiledApp } from '../compiled-app';
import type { PhoneHooks } from './test-hooks';

declare global {
  interface Window {
    __phoneApp: CompiledApp;
    __phoneTemplates: (...globals: unknown[]) => Record<string, unknown>;
    __phoneScripts: (...globals: unknown[]) => Record<string, () => unknown>;
    __phone: PhoneHooks;
    __phoneErrors: string[];
  }
}
