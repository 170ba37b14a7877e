import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';

const ESCAPES: Record<string, string> = { '<': '&lt;', '>': '&gt;', '&': '&amp;' };

/** How object storage refuses: the SDKs take any other failure of an upload for a success. */
export function sendXmlError(response: ServerResponse, status: number, code: string, message: string): void {
  const text = message.replace(/[<>&]/g, (letter) => ESCAPES[letter] ?? '');
  const id = randomUUID();
  response.writeHead(status, { 'content-type': 'application/xml; charset=utf-8' });
  response.end(
    `<?xml version='1.0' encoding='utf-8' ?><Error><Code>${code}</Code><Message>${text}</Message><RequestId>${id}</RequestId><TraceId>${id}</TraceId></Error>`,
  );
}
