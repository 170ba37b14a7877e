import { invalid } from '../errors';

/** The fields of a `multipart/form-data` body; a field may hold bytes. */
export function readMultipart(body: Buffer, contentType: string): Map<string, Buffer> {
  const boundary = /boundary=(?:"([^"]+)"|([^;]+))/.exec(contentType);
  const mark = Buffer.from(`--${boundary?.[1] ?? boundary?.[2] ?? ''}`);
  if (boundary === null) throw invalid('the multipart body has no boundary');
  const fields = new Map<string, Buffer>();
  let at = body.indexOf(mark);
  while (at >= 0) {
    const next = body.indexOf(mark, at + mark.length);
    if (next < 0) break;
    readPart(body.subarray(at + mark.length, next), fields);
    at = next;
  }
  return fields;
}

function readPart(part: Buffer, fields: Map<string, Buffer>): void {
  const headEnd = part.indexOf('\r\n\r\n');
  const name = /name="([^"]*)"/.exec(part.subarray(0, Math.max(headEnd, 0)).toString('utf8'))?.[1];
  if (name !== undefined) fields.set(name, part.subarray(headEnd + 4, part.length - 2));
}
