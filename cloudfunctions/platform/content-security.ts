import { openApis } from './openapi';

/** 表单、资料这类内容的场景值。https://developers.weixin.qq.com/miniprogram/dev/server/API/sec-center/sec-check/api_msgseccheck */
const SCENE_PROFILE = 1;

/** False where content security does not pass the text; the platform wants a person who was active within two hours. */
export async function isSafe(content: string, openid: string): Promise<boolean> {
  const { openapi } = await openApis();
  const { result } = await openapi.security.msgSecCheck({
    version: 2,
    scene: SCENE_PROFILE,
    openid,
    content,
  });
  return result.suggest === 'pass';
}
