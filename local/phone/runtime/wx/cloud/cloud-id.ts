/** `wx.cloud.CloudID(id)`: as a top-level field of a call's data it is opened by the platform on the way. */
export class CloudIdValue {
  constructor(readonly cloudID: string) {}
}

/** WeChat takes it with `new` and without. */
export function CloudID(cloudID: string): CloudIdValue {
  if (typeof cloudID !== 'string' || cloudID === '')
    throw new TypeError('cloudID should be a non-empty string');
  return new CloudIdValue(cloudID);
}
