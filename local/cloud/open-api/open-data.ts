import { openCloudId } from '../client/cloud-ids';
import type { Parts } from '../parts';
import { readOpenDataRequest, writeOpenDataReply } from './messages';

/** `cloud.getOpenData`: the same opened objects that a call with CloudIDs carries. */
export function openDataReply(parts: Parts, request: Buffer, openid: string | null): Buffer {
  const opened = readOpenDataRequest(request).map((cloudId) => ({
    cloudId,
    json: JSON.stringify(openCloudId(parts, cloudId, openid)),
  }));
  return writeOpenDataReply(opened);
}
