import { reportError } from '../error-log';

/** An object of WeChat's of which the phone has a part: whatever else is asked of it fails, by name. */
export function loud<T extends object>(name: string, members: T): T {
  return new Proxy(members, {
    get(target, member, receiver) {
      if (member in target || typeof member === 'symbol' || member === 'then' || member === 'toJSON')
        return Reflect.get(target, member, receiver) as unknown;
      const error = new Error(`${name}.${member} is not available on the local phone`);
      reportError(error);
      throw error;
    },
  });
}
