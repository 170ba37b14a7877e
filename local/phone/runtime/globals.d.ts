import type { CompiledApp } from '../compiled-app';
import type { PhoneHooks } from './test-hooks';

declare global {
  interface Window {
    __phoneApp: CompiledApp;
    __phoneTemplates: (...globals: unknown[]) => Record<string, unknown>;
    __phoneScripts: (...globals: unknown[]) => Record<string, () => unknown>;
    __phone?: PhoneHooks;
    /** A mistake in the app's source, instead of the app. */
    __phoneMistake?: string;
    __phoneErrors: string[];
  }
}
