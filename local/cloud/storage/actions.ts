import { Readable } from 'node:stream';
import { CloudError, invalid } from '../errors';
import type { Parts } from '../parts';
import { checkCloudPath, fileIdOf, headerOf, pathOfFileId } from './cloud-path';
import type { Asker } from './storage';
import { UPLOAD_PATH, type UploadGrant } from './upload-route';
import { isRecord } from '../values/is-record';

type Body = Record<string, unknown>;
type Action = (parts: Parts, body: Body) => Promise<object>;
type FileReply = { code: string; fileID: unknown } & Record<string, unknown>;

const MOST_FILES = 50;
const UPLOAD_LIFE = 15 * 60_000;
/** Seconds; what the platform gives a private file. */
const DEFAULT_AGE = 600;
const LONGEST_AGE = 366 * 86_400;

/** `storage.*` of both SDKs; the caller is a function, which may reach every file. */
export const STORAGE_ACTIONS = new Map<string, Action>([
  ['storage.getUploadMetadata', uploadMetadata],
  ['storage.batchGetDownloadUrl', downloadUrls],
  ['storage.batchDeleteFile', deleteFiles],
  ['storage.batchCopyFile', copyFiles],
]);

async function uploadMetadata({ envId, url, tickets, commits, clock }: Parts, body: Body): Promise<object> {
  const path = checkCloudPath(body['path']);
  const grant: UploadGrant = { path };
  const ticket = await commits.write(() => tickets.issue('upload', grant, clock.now(), UPLOAD_LIFE));
  const fileId = fileIdOf(envId, path);
  return {
    url: `${url}${UPLOAD_PATH}${encodeURIComponent(path)}`,
    token: ticket,
    authorization: ticket,
    fileId,
    cosFileId: headerOf(fileId),
  };
}

async function downloadUrls(parts: Parts, body: Body): Promise<object> {
  const list = await eachFile(body['file_list'], (one) => {
    const { fileid, max_age: age } = isRecord(one) ? one : {};
    return downloadUrl(parts, null, fileid, age, parts.url);
  });
  return { download_list: list };
}

/** The temporary address of one file, or why there is none. */
export function downloadUrl(
  { storage, addresses, clock, envId }: Parts,
  asker: Asker,
  fileID: unknown,
  age: unknown = DEFAULT_AGE,
  origin: string,
): Promise<FileReply> {
  return answered(fileID, () => {
    if (typeof age !== 'number' || !Number.isInteger(age) || age < 1 || age > LONGEST_AGE)
      throw invalid(`max_age must be from 1 to ${LONGEST_AGE} seconds`);
    const file = storage.readable(asker, pathOfFileId(envId, fileID));
    const tempFileURL = origin + addresses.make(file, clock.now() + age * 1000);
    return { tempFileURL, maxAge: age };
  });
}

async function deleteFiles(parts: Parts, body: Body): Promise<object> {
  return { delete_list: await eachFile(body['fileid_list'], (id) => deleteFile(parts, null, id)) };
}

export function deleteFile({ storage, envId }: Parts, asker: Asker, fileID: unknown): Promise<FileReply> {
  return answered(fileID, async () => {
    await storage.remove(asker, pathOfFileId(envId, fileID));
    return {};
  });
}

async function copyFiles(parts: Parts, body: Body): Promise<object> {
  const list = await eachFile(body['file_list'], (one) => copyFile(parts, isRecord(one) ? one : {}));
  return { copy_list: list };
}

function copyFile({ storage, envId }: Parts, one: Body): Promise<FileReply> {
  const { src_path: from, dst_path: to, overwrite = true, remove_original: move = false } = one;
  return answered(typeof to === 'string' ? fileIdOf(envId, to) : to, async () => {
    const source = storage.readable(null, checkCloudPath(from));
    const target = checkCloudPath(to);
    if (overwrite !== true && storage.files.at(target)) {
      throw new CloudError('STORAGE_REQUEST_FAIL', `the file ${target} exists`);
    }
    await storage.upload(null, target, Readable.from([await storage.blobs.read(source.blob)]));
    if (move === true) await storage.remove(null, source.path);
    return {};
  });
}

/** One file's failure is told in its own line and stops no other. */
export async function eachFile<T>(list: unknown, work: (one: unknown) => Promise<T>): Promise<T[]> {
  if (!Array.isArray(list) || list.length === 0) throw invalid('the list of files is empty');
  if (list.length > MOST_FILES) throw invalid(`at most ${MOST_FILES} files at once`);
  const answers: T[] = [];
  for (const one of list as unknown[]) answers.push(await work(one));
  return answers;
}

async function answered(fileID: unknown, work: () => object | Promise<object>): Promise<FileReply> {
  try {
    return { code: 'SUCCESS', fileID, ...(await work()) };
  } catch (error) {
    if (!(error instanceof CloudError)) throw error;
    return { code: error.code, message: error.message, fileID, tempFileURL: '' };
  }
}
