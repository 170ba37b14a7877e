import { openApis } from './openapi';

/** Pixels of each side: sharp on paper, far below what an answer may hold. */
const WIDTH = 860;

/** Which version of the mini-program a code opens. https://developers.weixin.qq.com/miniprogram/dev/server/API/qrcode-link/qr-code/api_getunlimitedqrcode */
const VERSIONS: Record<string, string> = { developer: 'develop', trial: 'trial' };

/** The picture of a code that opens `page` with this scene, base64. */
export async function codePicture(page: string, scene: string): Promise<string> {
  const { openapi } = await openApis();
  const envVersion = VERSIONS[process.env['MINIPROGRAM_STATE'] ?? ''] ?? 'release';
  const { buffer } = await openapi.wxacode.getUnlimited({
    page,
    scene,
    width: WIDTH,
    envVersion,
    // A page that is not released yet can only be looked at in the other versions.
    checkPath: envVersion === 'release',
  });
  return buffer.toString('base64');
}
