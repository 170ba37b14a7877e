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

/** Filters are for photographs: without them the picture is as small and many times sooner made. */
const UNFILTERED = { filterType: 0 };

/** A QR picture of exactly this text and width. */
export function drawCode(text: string, { width, line, hyaline }: Look): Picture {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const scale = Math.floor(width / (modules.size + 2 * QUIET));
  const margin = Math.floor((width - modules.size * scale) / 2);
  const png = new PNG({ width, height: width });
  png.data.fill(Buffer.from([255, 255, 255, hyaline ? 0 : 255]));
  const ink = Buffer.from([line.r, line.g, line.b, 255]);
  for (const [index, dark] of modules.data.entries()) {
    if (dark === 0) continue;
    const left = margin + (index % modules.size) * scale;
    const top = margin + Math.floor(index / modules.size) * scale;
    for (let y = top; y < top + scale; y++) {
      const start = (y * width + left) * 4;
      png.data.fill(ink, start, start + scale * 4);
    }
  }
  return { contentType: 'image/png', bytes: PNG.sync.write(png, UNFILTERED) };
}
