/// <reference types="miniprogram-api-typings" />

/** What a scripted cloud does with a call: answers, or breaks. */
export type Reply = { result: unknown } | { fails: { errMsg: string; errCode?: number } };

interface Sent {
  name: string;
  data: { action: string; data: Record<string, unknown> };
}

/** The few members of `wx` that the services use, and what they were asked. */
export function fakeWx(...replies: Reply[]) {
  const sent: Sent[] = [];
  const stored = new Map<string, unknown>();
  const wx = {
    cloud: {
      callFunction: (call: Sent) => {
        sent.push(call);
        const reply = replies[Math.min(sent.length, replies.length) - 1];
        if (!reply) throw new Error('nobody said what the cloud answers');
        return 'fails' in reply
          ? Promise.reject(Object.assign(new Error(), reply.fails))
          : Promise.resolve({ result: reply.result });
      },
    },
    getStorageSync: (key: string) => stored.get(key) ?? '',
    setStorageSync: (key: string, value: unknown) => void stored.set(key, value),
    removeStorageSync: (key: string) => void stored.delete(key),
    requestSubscribeMessage: (): Promise<object> => Promise.resolve({}),
  };
  Object.assign(globalThis, { wx });
  return { wx, sent };
}

export const answers = (data: unknown): Reply => ({ result: { ok: true, data } });
export const refuses = (code: string, detail?: unknown): Reply => ({ result: { ok: false, code, detail } });
export const NO_NETWORK: Reply = { fails: { errMsg: 'cloud.callFunction:fail request:fail' } };
