import { reportError } from '../error-log';
import { pictureUrl } from '../builtins/image';
import { temporaryUrl } from '../wx/cloud/cloud-files';

const WIDTH = 500;
const HEIGHT = 400;

/** The card's picture as an address that the browser shows; without one WeChat draws the page, this phone its title. */
export async function cardPicture(imageUrl: string, title: string): Promise<string> {
  if (!imageUrl) return plainPicture(title);
  try {
    const url = imageUrl.startsWith('cloud://')
      ? await temporaryUrl(imageUrl)
      : pictureUrl(imageUrl.replace(/^(?!\/|\w+:)/, '/'), null);
    if (!(await fetch(url)).ok) throw new Error(`${imageUrl} does not exist`);
    return url;
  } catch (error) {
    reportError(error, 'picture of the card');
    return plainPicture(title);
  }
}

function plainPicture(title: string): string {
  const canvas = document.createElement('canvas');
  canvas.width = WIDTH;
  canvas.height = HEIGHT;
  const context = canvas.getContext('2d');
  if (!context) return '';
  context.fillStyle = '#f2f2f2';
  context.fillRect(0, 0, WIDTH, HEIGHT);
  context.fillStyle = '#595959';
  context.font = '36px "Noto Sans SC Variable", sans-serif';
  context.textAlign = 'center';
  context.fillText(title, WIDTH / 2, HEIGHT / 2, WIDTH - 40);
  return canvas.toDataURL('image/png');
}
