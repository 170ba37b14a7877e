import { openApis } from './openapi';

/** 表单、资料这类内容的场景值。https://developers.weixin.qq.com/miniprogram/dev/server/API/sec-center/sec-check/api_msgseccheck */
const SCENE_PROFILE = 1;

/** The platform takes no longer text at once. */
const LONGEST = 2_500;

/** False where content security does not pass the text; the platform wants a person who was active within two hours. */
export async function isSafe(content: string, openid: string): Promise<boolean> {
  const { openapi } = await openApis();
  for (const piece of piecesOf(content)) {
    const { result } = await openapi.security.msgSecCheck({
      version: 2,
      scene: SCENE_PROFILE,
      openid,
      content: piece,
    });
    if (result.suggest !== 'pass') return false;
  }
  return true;
}

/** Whole lines as far as they fit: a word is never cut in two. */
function piecesOf(content: string): string[] {
  const pieces = [''];
  for (const line of content.split('\n')) {
    const longer = [pieces.at(-1), line].filter(Boolean).join('\n');
    if (longer.length <= LONGEST) pieces[pieces.length - 1] = longer;
    else pieces.push(line);
  }
  return pieces.filter((piece) => piece !== '');
}
