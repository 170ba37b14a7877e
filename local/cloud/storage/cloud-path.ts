import { CloudError, invalid } from '../errors';

const LONGEST = 850;
const BUCKET = 'local-files';

/**
 * Refuses a path that the platform would not take, or that climbs out of its folder.
 * https://developers.weixin.qq.com/miniprogram/dev/wxcloudservice/wxcloud/guide/storage/naming
 */
export function checkCloudPath(path: unknown): string {
  if (typeof path !== 'string' || path === '') throw invalid('the cloud path is empty');
  if (Buffer.byteLength(path) > LONGEST) throw invalid(`the cloud path has more than ${LONGEST} bytes`);
  if (/\p{Cs}/u.test(path)) throw invalid('the cloud path is no well-formed text');
  if (hasControl(path)) throw invalid('the cloud path has a control character');
  if (path.includes('\\')) throw invalid('the cloud path has a backslash');
  const segments = path.split('/');
  if (segments.includes('')) throw invalid('the cloud path has an empty segment');
  if (segments.includes('.') || segments.includes('..')) {
    throw invalid('the cloud path must not climb: it has a segment . or ..');
  }
  return path;
}

function hasControl(text: string): boolean {
  return [...text].some((letter) => letter < ' ' || letter === '\u007f');
}

export function fileIdOf(envId: string, path: string): string {
  return `cloud://${envId}.${BUCKET}/${path}`;
}

/** A file id as the SDKs can send it on in a header. */
export function headerOf(fileId: string): string {
  return encodeURI(fileId);
}

/** The path of a file of this environment. */
export function pathOfFileId(envId: string, fileId: unknown): string {
  const prefix = fileIdOf(envId, '');
  if (typeof fileId === 'string' && fileId.startsWith(prefix)) return fileId.slice(prefix.length);
  throw new CloudError('STORAGE_REQUEST_FAIL', `${String(fileId)} is not a file of this environment`);
}
