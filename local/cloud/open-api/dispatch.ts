import { invalid } from '../errors';
import { readFunction } from '../functions/config';
import type { OpenApi } from '../parts';
import type { Commits } from '../store/commits';
import type { Api, ApiContext } from './api';
import { readApiRequest, writeApiReply } from './messages';
import { msgSecCheck } from './msg-sec-check';
import { readMultipart } from './multipart';
import { sendSubscribeMessage } from './subscribe-message';

const APIS = new Map<string, Api>([
  ['subscribeMessage.send', sendSubscribeMessage],
  ['security.msgSecCheck', msgSecCheck],
]);

const NOT_FOUND = -604100;
const NO_PERMISSION = -604101;

/** `cloud.openapi.*`: only what `config.json` of the calling function names under `permissions.openapi`. */
export function openApi(functionsDir: string, context: ApiContext, commits: Commits): OpenApi {
  return async (body, contentType, invocation, account) => {
    const fields = readMultipart(body, contentType);
    const action = fields.get('action')?.toString() ?? '';
    const name = fields.get('apiName')?.toString() ?? '';
    account.action = `${action} ${name}`;
    if (action !== 'wx.openApi') throw invalid(`the action ${action} is not supported`);
    const api = APIS.get(name);
    if (api === undefined)
      return writeApiReply(refusal(`the open interface ${name} is not supported`), NOT_FOUND);
    const granted = invocation ? readFunction(functionsDir, invocation.function).openapi : [];
    if (!granted.includes(name)) {
      const whose = invocation ? `the function ${invocation.function}` : 'a caller outside of functions';
      return writeApiReply(refusal(`${whose} has no permission for ${name}`), NO_PERMISSION);
    }
    const request = readApiRequest(fields.get('requestData') ?? Buffer.alloc(0));
    const work = (): object => api.run(request, context);
    return writeApiReply(await (api.writes ? commits.write(work) : commits.read(work)));
  };
}

function refusal(errmsg: string): object {
  return { errmsg };
}
