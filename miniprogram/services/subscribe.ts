import { config } from '../config';

type Kind = keyof typeof config.templates;

/**
 * 发消息要先问一句。Must be the first thing in a tap: after another call WeChat no longer counts it as one.
 * Whatever the person answers, what they wanted goes on. True: all of them may be sent.
 */
export async function askToTell(kinds: readonly Kind[]): Promise<boolean> {
  const tmplIds: string[] = kinds.map((kind) => config.templates[kind]);
  try {
    const answers: Record<string, unknown> = { ...(await wx.requestSubscribeMessage({ tmplIds })) };
    return tmplIds.every((template) => answers[template] === 'accept');
  } catch {
    return false;
  }
}

/** 「轮到您了」 */
export const askToTellPromotion = () => askToTell(['promoted']);
