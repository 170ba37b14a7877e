import { invalid } from '../errors';
import { readFunction } from '../functions/config';
import type { InvocationRecord } from '../functions/runner';
import { NAME_LENGTH, shortened } from '../http/shortened';
import type { Parts } from '../parts';
import { isPicture } from './api';
import { readApiRequest, writeApiReply, writeBytesReply } from './messages';
import { readMultipart } from './multipart';
import { openDataReply } from './open-data';
import { APIS } from './table';

const NOT_FOUND = -604100;
const NO_PERMISSION = -604101;
/** How `cloud.getOpenData` asks; it needs no permission, the CloudID is one. */
const OPEN_DATA = 'ApiGetOpenDataByCloudId';

/** `cloud.openapi.*`: only what `config.json` of the calling function names under `permissions.openapi`. */
export async function openApi(
  parts: Parts,
  body: Buffer,
  contentType: string,
  invocation: InvocationRecord | undefined,
  account: { action: string },
): Promise<Buffer> {
  const fields = readMultipart(body, contentType);
  const action = fields.get('action')?.toString() ?? '';
  const name = fields.get('apiName')?.toString() ?? '';
  const data = fields.get('requestData') ?? Buffer.alloc(0);
  account.action = shortened(`${action} ${name}`, NAME_LENGTH);
  if (action !== 'wx.openApi') throw invalid(`the action ${shortened(action, NAME_LENGTH)} is not supported`);
  if (name === OPEN_DATA) return openDataReply(parts, data, parts.runner.openidOf(invocation) ?? null);
  const api = APIS.get(name);
  if (api === undefined)
    return writeApiReply(
      refusal(`the open interface ${shortened(name, NAME_LENGTH)} is not supported`),
      NOT_FOUND,
    );
  const granted = invocation ? readFunction(parts.functionsDir, invocation.function).openapi : [];
  if (!granted.includes(name)) {
    const whose = invocation ? `the function ${invocation.function}` : 'a caller outside of functions';
    return writeApiReply(refusal(`${whose} has no permission for ${name}`), NO_PERMISSION);
  }
  const reply = await api(readApiRequest(data), parts);
  return isPicture(reply) ? writeBytesReply(reply.bytes, reply.contentType) : writeApiReply(reply);
}

function refusal(errmsg: string): object {
  return { errmsg };
}
