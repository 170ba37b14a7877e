import { PNG } from 'pngjs';
import { create } from 'qrcode';
import type { Picture } from '../api';

export interface Look {
  /** Pixels of each side. */
  width: number;
  line: { r: number; g: number; b: number };
  /** No white ground. */
  hyaline: boolean;
}

/** White modules around the code, without which cameras do not find it. */
const QUIET = 4;

/** A QR picture of exactly this text and width. */
export function drawCode(text: string, { width, line, hyaline }: Look): Picture {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const scale = Math.floor(width / (modules.size + 2 * QUIET));
  const margin = Math.floor((width - modules.size * scale) / 2);
  const png = new PNG({ width, height: width });
  const isDark = (x: number, y: number): boolean => {
    const [column, row] = [Math.floor((x - margin) / scale), Math.floor((y - margin) / scale)];
    const inside = column >= 0 && row >= 0 && column < modules.size && row < modules.size;
    return inside && modules.get(row, column) === 1;
  };
  for (let y = 0; y < width; y++) {
    for (let x = 0; x < width; x++) {
      const pixel = isDark(x, y) ? [line.r, line.g, line.b, 255] : [255, 255, 255, hyaline ? 0 : 255];
      png.data.set(pixel, (y * width + x) * 4);
    }
  }
  return { contentType: 'image/png', bytes: PNG.sync.write(png) };
}
