const SIGNATURES: [string, number[]][] = [
  ['png', [0x89, 0x50, 0x4e, 0x47]],
  ['jpeg', [0xff, 0xd8, 0xff]],
  ['gif', [0x47, 0x49, 0x46]],
];

/** The picture's format by its first bytes, in WeChat's words. */
export const formatOf = (bytes: Uint8Array): string =>
  SIGNATURES.find(([, start]) => start.every((byte, index) => bytes[index] === byte))?.[0] ?? 'unknown';

export const decode = (bytes: Uint8Array<ArrayBuffer>): Promise<ImageBitmap> =>
  createImageBitmap(new Blob([bytes])).catch(() => {
    throw new Error('the file is no picture');
  });

/** The picture as a JPEG of that size; `quality` from 0 to 1. */
export function encode(image: ImageBitmap, width: number, height: number, quality: number): Promise<Blob> {
  const canvas = new OffscreenCanvas(width, height);
  canvas.getContext('2d')?.drawImage(image, 0, 0, width, height);
  return canvas.convertToBlob({ type: 'image/jpeg', quality });
}
