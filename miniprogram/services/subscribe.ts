import { config } from '../config';

/**
 * 「轮到您了」要先问一句才能发。Must be the first thing in a tap: after another call WeChat no longer counts it as one.
 * Whatever the person answers, what they wanted goes on.
 */
export async function askToTellPromotion(): Promise<boolean> {
  const template: string = config.templates.promoted;
  try {
    const answers: Record<string, unknown> = {
      ...(await wx.requestSubscribeMessage({ tmplIds: [template] })),
    };
    return answers[template] === 'accept';
  } catch {
    return false;
  }
}
