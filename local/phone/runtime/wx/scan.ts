import jsQR from 'jsqr';
import { ask } from '../chrome/dialog';
import { el } from '../chrome/dom';
import { wxCall } from './call';

type Code = { path: string; scene: string; page: string; png: string; at: number };
type Scanned = { result: string; scanType: 'WX_CODE' | 'QR_CODE'; charSet: string; path?: string };
type Answer = { code: Code } | { file: File } | null;

/** What the local cloud draws into a code of this mini-program, before the page with its query. */
const OWN = 'weapp-local://code?path=';

/** The codes that were made so far lie on the table; or a picture of one is read. */
async function scanCode(): Promise<Scanned> {
  const response = await fetch('/local/codes').catch(() => null);
  const codes = response?.ok ? ((await response.json()) as Code[]) : [];
  const answer = await ask<Answer>('sheet', '扫一扫', (done) => sheet(codes, done), null);
  if (!answer) throw new Error('cancel');
  return 'code' in answer ? ofThisApp(answer.code.path) : read(answer.file);
}

function sheet(codes: Code[], done: (answer: Answer) => void): HTMLElement[] {
  const field = el('input', { label: '从相册选择' });
  field.type = 'file';
  field.accept = 'image/*';
  field.addEventListener('change', () => {
    const file = field.files?.[0];
    if (file) done({ file });
  });
  return [
    el('h2', { class: 'sheet-title', text: '扫一扫' }),
    ...codes.map((code) => {
      const picture = el('img', { class: 'code-picture' });
      picture.src = code.png;
      picture.alt = '';
      return el('button', { class: 'sheet-item', onclick: () => done({ code }) }, [
        picture,
        el('span', { text: code.path }),
      ]);
    }),
    el('label', { class: 'file-own' }, [el('span', { text: '从相册选择' }), field]),
    el('button', { class: 'sheet-cancel', text: '取消', onclick: () => done(null) }),
  ];
}

const ofThisApp = (path: string): Scanned => ({
  result: '',
  scanType: 'WX_CODE',
  charSet: 'UTF-8',
  path: path.replace(/^\//, ''),
});

async function read(file: File): Promise<Scanned> {
  const image = await createImageBitmap(file).catch(() => {
    throw new Error('the file is no picture');
  });
  const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
  if (!context) throw new Error('this browser reads no pictures');
  context.drawImage(image, 0, 0);
  const { data, width, height } = context.getImageData(0, 0, image.width, image.height);
  const found = jsQR(data, width, height);
  if (!found) throw new Error('no code was found in the picture');
  if (found.data.startsWith(OWN)) return ofThisApp(decodeURIComponent(found.data.slice(OWN.length)));
  return { result: found.data, scanType: 'QR_CODE', charSet: 'UTF-8' };
}

export const scan = { scanCode: wxCall('scanCode', scanCode) };
