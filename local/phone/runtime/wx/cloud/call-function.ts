import { WxError, wxCall } from '../call';
import { CloudIdValue } from './cloud-id';
import { request } from './request';

type CallOptions = {
  name: string;
  data?: Record<string, unknown>;
  config?: { env?: string };
  slow?: boolean;
};

async function call({ name, data = {} }: CallOptions) {
  if (!name)
    throw new WxError('cloud.callFunction:fail parameter error: parameter.name should be String', -501001);
  const ids = Object.entries(data).filter(
    (field): field is [string, CloudIdValue] => field[1] instanceof CloudIdValue,
  );
  const plain = {
    ...data,
    ...Object.fromEntries(ids.map(([field, id]) => [field, `CloudID:${id.cloudID}`])),
  };
  const cloudIDs = Object.fromEntries(ids.map(([field, id]) => [field, id.cloudID]));
  const { result, requestID } = await request<{ result: unknown; requestID: string }>(
    'callFunction',
    '/client/callFunction',
    { name, data: plain, ...(ids.length > 0 ? { cloudIDs } : {}) },
  );
  return { result, requestID };
}

export const callFunction = wxCall('cloud.callFunction', call);
