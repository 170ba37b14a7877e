import type { Verdict } from '../domain/checks';
import { openApis } from './openapi';

/** 表单、资料这类内容的场景值。https://developers.weixin.qq.com/miniprogram/dev/server/API/sec-center/sec-check/api_msgseccheck */
const SCENE_PROFILE = 1;
const PICTURE = 2;
/** Whoever waits for the check also waits for the rest of the call. */
const PATIENCE = 4_000;

/** The platform takes no longer text at once. */
const LONGEST = 2_500;

/**
 * 这几段字能不能给别人看；the worst that is said of a piece is said of all. The platform wants an author who was here within two hours. Never
 * throws: `down` is an answer.
 */
export async function verdictOn(words: string[], openid: string): Promise<Verdict> {
  const verdicts = await Promise.all(piecesOf(words).map((piece) => verdictOnPiece(piece, openid)));
  const worst = (['risky', 'down', 'review'] as const).find((verdict) => verdicts.includes(verdict));
  return worst ?? 'pass';
}

async function verdictOnPiece(content: string, openid: string): Promise<Verdict> {
  const asking = openApis().then(({ openapi }) =>
    openapi.security.msgSecCheck({ version: 2, scene: SCENE_PROFILE, openid, content }),
  );
  const answer = await inTime(asking);
  const suggest = answer?.result.suggest;
  return suggest === 'pass' || suggest === 'review' || suggest === 'risky' ? suggest : 'down';
}

/** Whole lines as far as they fit: a word is never cut in two. */
function piecesOf(words: string[]): string[] {
  const pieces = [''];
  for (const line of words.flatMap((text) => text.split('\n'))) {
    const longer = [pieces.at(-1), line].filter(Boolean).join('\n');
    if (longer.length <= LONGEST) pieces[pieces.length - 1] = longer;
    else pieces.push(line);
  }
  return pieces.filter((piece) => piece !== '');
}

/** Asks for a picture to be looked at; the finding comes as an event that bears this number. Empty: it could not be asked. */
export async function askAboutPicture(mediaUrl: string, openid: string): Promise<string> {
  const asking = openApis().then(({ openapi }) =>
    openapi.security.mediaCheckAsync({
      mediaUrl,
      mediaType: PICTURE,
      version: 2,
      scene: SCENE_PROFILE,
      openid,
    }),
  );
  return (await inTime(asking))?.traceId ?? '';
}

/** Null where it failed or took too long; neither is told with what was asked. */
async function inTime<T>(asking: Promise<T>): Promise<T | null> {
  let timer!: ReturnType<typeof setTimeout>;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), PATIENCE);
  });
  try {
    return await Promise.race([asking, late]);
  } catch (error) {
    console.error('content security', (error as { errCode?: unknown }).errCode ?? 'no answer');
    return null;
  } finally {
    clearTimeout(timer);
  }
}
