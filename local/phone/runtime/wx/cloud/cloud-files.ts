import { wxCall, type Options } from '../call';
import { extensionOf, putTemporary } from '../files/file-store';
import { request, offline } from './request';
import { isOnline, travel } from '../../network';
import { upload, type Upload, type UploadTask } from './upload';

type TempUrl = { fileID: string; tempFileURL: string; status: number; errMsg: string };
type FileList = { fileList: (string | { fileID: string; maxAge?: number })[] };

const idOf = (one: string | { fileID: string }): string => (typeof one === 'string' ? one : one.fileID);

const urls = (api: string, fileList: string[]): Promise<{ fileList: TempUrl[] }> =>
  request(api, '/client/getTempFileURL', { fileList });

/** Where a file of the cloud can be read for a while; throws when it cannot. */
export async function temporaryUrl(fileID: string, api = 'getTempFileURL'): Promise<string> {
  const [found] = (await urls(api, [fileID])).fileList;
  if (!found?.tempFileURL) throw new Error(found?.errMsg ?? 'the file does not exist');
  return found.tempFileURL;
}

async function download({ fileID }: { fileID: string }) {
  const response = await fetch(await temporaryUrl(fileID, 'downloadFile')).catch(() => null);
  const bytes = response?.ok ? new Uint8Array(await response.arrayBuffer()) : null;
  await travel(bytes?.byteLength ?? 0);
  if (!isOnline()) throw offline('downloadFile');
  if (!bytes || !response)
    throw new Error(`request:fail the storage answered ${response?.status ?? 'nothing'}`);
  return { tempFilePath: putTemporary(bytes, extensionOf(fileID)), statusCode: response.status };
}

/** With callbacks it answers the task at once, without them a promise. */
function uploadFile(options: Upload & Options): UploadTask | Promise<object> {
  const { task, done } = upload(options);
  const promise = wxCall('cloud.uploadFile', () => done)(options);
  return promise ?? task;
}

export const cloudFiles = {
  uploadFile,
  downloadFile: wxCall('cloud.downloadFile', download),
  getTempFileURL: wxCall('cloud.getTempFileURL', ({ fileList }: FileList) =>
    urls('getTempFileURL', fileList.map(idOf)),
  ),
  deleteFile: wxCall('cloud.deleteFile', ({ fileList }: { fileList: string[] }) =>
    request<{ fileList: object[] }>('deleteFile', '/client/deleteFile', { fileList }),
  ),
};
