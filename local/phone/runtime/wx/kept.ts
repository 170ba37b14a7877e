import { settings } from '../settings';

/** What WeChat itself remembers about one person on one phone, apart from the app's storage. */
export function kept<T>(name: string, otherwise: T): { get: () => T; set: (value: T) => void } {
  const key = (): string => `wechat|${name}|${settings.phoneId}|${settings.openid}`;
  return {
    get: () => {
      const text = localStorage.getItem(key());
      return text === null ? otherwise : (JSON.parse(text) as T);
    },
    set: (value) => localStorage.setItem(key(), JSON.stringify(value)),
  };
}
