import { openApis } from './openapi';

/** Pixels of each side: sharp on paper, far below what an answer may hold. */
const WIDTH = 860;

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47]);

/** Which version of the mini-program a code opens. https://developers.weixin.qq.com/miniprogram/dev/server/API/qrcode-link/qr-code/api_getunlimitedqrcode */
const VERSIONS: Record<string, string> = { developer: 'develop', trial: 'trial' };

/** The picture of a code that opens `page` with this scene, base64; WeChat itself decides between the two formats. */
export async function codePicture(
  page: string,
  scene: string,
): Promise<{ picture: string; format: 'png' | 'jpg' }> {
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
  const format = buffer.subarray(0, PNG.length).equals(PNG) ? 'png' : 'jpg';
  return { picture: buffer.toString('base64'), format };
}
