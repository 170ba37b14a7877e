import { pictureUrl } from '../builtins/image';
import { wxCall } from './call';
import { putTemporary } from './files/file-store';

const FONT = 'Noto Sans SC Variable';
const GENERIC = /\b(?:sans-serif|serif|system-ui|PingFang SC|Microsoft YaHei)\b/;

let fonts: Promise<unknown> | null = null;

/** A canvas cannot wait for the pieces of a font as the page does, so they are all there before its node is handed out. */
export function canvasFonts(): Promise<unknown> {
  fonts ??= Promise.all([...document.fonts].map((face) => face.load()));
  return fonts;
}

/** Adds to a canvas what a script has instead of a document. */
export function prepareCanvas(canvas: HTMLCanvasElement): HTMLCanvasElement {
  const getContext = canvas.getContext.bind(canvas) as (kind: string) => RenderingContext | null;
  let context: CanvasRenderingContext2D | null = null;
  return Object.assign(canvas, {
    getContext(kind: string) {
      if (kind !== '2d') throw new Error(`a canvas of kind ${kind} is not available on the local phone`);
      context ??= withPhoneFont(getContext('2d') as CanvasRenderingContext2D);
      return context;
    },
    createImage: () => createImage(),
    createPath2D: (path?: Path2D | string) => new Path2D(path),
    requestAnimationFrame: (draw: FrameRequestCallback) => window.requestAnimationFrame(draw),
    cancelAnimationFrame: (id: number) => window.cancelAnimationFrame(id),
  });
}

function createImage(): HTMLImageElement {
  const image = new Image();
  const source = Object.getOwnPropertyDescriptor(HTMLImageElement.prototype, 'src');
  let given = '';
  Object.defineProperty(image, 'src', {
    get: () => given,
    set: (value: string) => {
      given = value;
      source?.set?.call(image, pictureUrl(value.replace(/^(?!\/|\w+:)/, '/'), null));
    },
  });
  return image;
}

function withPhoneFont(context: CanvasRenderingContext2D): CanvasRenderingContext2D {
  const own = Object.getOwnPropertyDescriptor(CanvasRenderingContext2D.prototype, 'font');
  Object.defineProperty(context, 'font', {
    get: () => own?.get?.call(context) as string,
    set: (font: string) => own?.set?.call(context, font.replace(GENERIC, `"${FONT}", $&`)),
  });
  return context;
}

type ToFile = {
  canvas?: HTMLCanvasElement;
  x?: number;
  y?: number;
  width?: number;
  height?: number;
  destWidth?: number;
  destHeight?: number;
  fileType?: 'png' | 'jpg';
  quality?: number;
};

async function toTempFilePath(options: ToFile): Promise<{ tempFilePath: string }> {
  const { canvas, x = 0, y = 0, fileType = 'png', quality = 1 } = options;
  if (!(canvas instanceof HTMLCanvasElement))
    throw new Error('fail canvas is empty: only a canvas of type 2d is available on the local phone');
  const { width = canvas.width - x, height = canvas.height - y } = options;
  const { destWidth = width, destHeight = height } = options;
  const target = new OffscreenCanvas(destWidth, destHeight);
  target.getContext('2d')?.drawImage(canvas, x, y, width, height, 0, 0, destWidth, destHeight);
  const type = fileType === 'jpg' ? 'image/jpeg' : 'image/png';
  const blob = await target.convertToBlob({ type, quality });
  return { tempFilePath: putTemporary(new Uint8Array(await blob.arrayBuffer()), fileType) };
}

type Offscreen = { type?: '2d' | 'webgl'; width?: number; height?: number };

function createOffscreenCanvas({ type = 'webgl', width = 300, height = 150 }: Offscreen = {}) {
  if (type !== '2d')
    throw new Error(`an offscreen canvas of type ${type} is not available on the local phone`);
  void canvasFonts();
  const canvas = prepareCanvas(document.createElement('canvas'));
  return Object.assign(canvas, { width, height });
}

export const canvas = {
  canvasToTempFilePath: wxCall('canvasToTempFilePath', toTempFilePath),
  createOffscreenCanvas,
};
