import { reportError } from '../error-log';
import { pictureUrl } from '../builtins/image';
import { temporaryUrl } from '../wx/cloud/cloud-files';
import { paintPage } from './page-picture';

/** WeChat shows a card's picture five to four. */
const WIDTH = 500;
const HEIGHT = 400;
const QUALITY = 0.85;

/** The card's picture as a data URL; without one of its own WeChat takes what the page shows. */
export async function cardPicture(imageUrl: string, page: Element): Promise<string> {
  const canvas = document.createElement('canvas');
  canvas.width = WIDTH;
  canvas.height = HEIGHT;
  try {
    if (imageUrl) await paintPicture(imageUrl, canvas);
    else paintPage(page, canvas);
  } catch (error) {
    reportError(error, 'picture of the card');
    paintPage(page, canvas);
  }
  return canvas.toDataURL('image/jpeg', QUALITY);
}

async function paintPicture(imageUrl: string, canvas: HTMLCanvasElement): Promise<void> {
  const address = imageUrl.startsWith('cloud://')
    ? await temporaryUrl(imageUrl)
    : pictureUrl(imageUrl.replace(/^(?!\/|\w+:)/, '/'), null);
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${imageUrl} does not exist`);
  const url = URL.createObjectURL(await response.blob());
  const image = new Image();
  image.src = url;
  await image.decode().catch(() => {
    throw new Error(`${imageUrl} is no picture`);
  });
  const scale = Math.max(WIDTH / image.naturalWidth, HEIGHT / image.naturalHeight);
  const [width, height] = [image.naturalWidth * scale, image.naturalHeight * scale];
  const context = canvas.getContext('2d');
  if (context) {
    context.fillStyle = '#fff';
    context.fillRect(0, 0, WIDTH, HEIGHT);
    context.drawImage(image, (WIDTH - width) / 2, (HEIGHT - height) / 2, width, height);
  }
  URL.revokeObjectURL(url);
}
