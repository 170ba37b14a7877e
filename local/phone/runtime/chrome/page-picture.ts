/** What the engine's own elements answer is measured from the page; a picture needs the window's measure. */
const boxOf = (element: Element): DOMRect => Element.prototype.getBoundingClientRect.call(element);

/** Paints what a page shows, from its upper edge, as wide as the canvas: boxes, pictures and lines of text. */
export function paintPage(page: Element, canvas: HTMLCanvasElement): void {
  const context = canvas.getContext('2d');
  const frame = boxOf(page);
  if (!context || frame.width === 0) return;
  const scale = canvas.width / frame.width;
  context.scale(scale, scale);
  context.translate(-frame.x, -frame.y);
  context.fillStyle = '#fff';
  context.fillRect(frame.x, frame.y, frame.width, frame.height);
  paint(context, page, frame.y + canvas.height / scale);
}

function paint(context: CanvasRenderingContext2D, element: Element, bottom: number): void {
  const style = getComputedStyle(element);
  if (style.display === 'none' || style.visibility === 'hidden' || style.opacity === '0') return;
  const box = boxOf(element);
  if (box.top > bottom) return;
  paintBox(context, style, box);
  if (element instanceof HTMLImageElement) paintPicture(context, element, box);
  for (const child of element.childNodes) {
    if (child instanceof Element) paint(context, child, bottom);
    else if (child instanceof Text) paintText(context, child, style);
  }
}

function paintBox(context: CanvasRenderingContext2D, style: CSSStyleDeclaration, box: DOMRect): void {
  if (box.width === 0 || box.height === 0) return;
  const width = parseFloat(style.borderBottomWidth);
  context.beginPath();
  context.roundRect(box.x, box.y, box.width, box.height, parseFloat(style.borderTopLeftRadius) || 0);
  context.fillStyle = style.backgroundColor;
  context.fill();
  if (!(width > 0) || style.borderBottomStyle === 'none') return;
  if (parseFloat(style.borderTopWidth) !== width) {
    context.beginPath();
    context.moveTo(box.x, box.bottom - width / 2);
    context.lineTo(box.right, box.bottom - width / 2);
  }
  context.lineWidth = width;
  context.strokeStyle = style.borderBottomColor;
  context.stroke();
}

/** Cut to its box, as `aspectFill` does. */
function paintPicture(context: CanvasRenderingContext2D, image: HTMLImageElement, box: DOMRect): void {
  if (!image.complete || image.naturalWidth === 0 || box.height === 0) return;
  const scale = Math.max(box.width / image.naturalWidth, box.height / image.naturalHeight);
  const [width, height] = [box.width / scale, box.height / scale];
  const [x, y] = [(image.naturalWidth - width) / 2, (image.naturalHeight - height) / 2];
  context.drawImage(image, x, y, width, height, box.x, box.y, box.width, box.height);
}

type Line = { text: string; left: number; top: number };

function paintText(context: CanvasRenderingContext2D, node: Text, style: CSSStyleDeclaration): void {
  context.font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
  context.fillStyle = style.color;
  for (const { text, left, top } of linesOf(node)) {
    context.fillText(text, left, top + context.measureText(text).fontBoundingBoxAscent);
  }
}

/** Where the browser broke the text. */
function linesOf(node: Text): Line[] {
  const lines: Line[] = [];
  const range = document.createRange();
  for (let at = 0; at < node.data.length; at += 1) {
    range.setStart(node, at);
    range.setEnd(node, at + 1);
    const [place] = range.getClientRects();
    if (!place || place.width === 0) continue;
    const line = lines.at(-1);
    if (line && Math.abs(line.top - place.top) < 1) line.text += node.data.charAt(at);
    else lines.push({ text: node.data.charAt(at), left: place.left, top: place.top });
  }
  return lines;
}
