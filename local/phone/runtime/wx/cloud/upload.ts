import { isOnline, offNetworkChange, onNetworkChange, travel } from '../../network';
import { settings } from '../../settings';
import { WxError, listenerPair } from '../call';
import { readAny } from '../files/read-any';
import { REQUEST_FAILED, accept, offline } from './request';

export type Upload = { cloudPath: string; filePath: string };
type Progress = { progress: number; totalBytesSent: number; totalBytesExpectedToSend: number };
export type UploadTask = {
  abort: () => void;
  onProgressUpdate: (listener: (progress: Progress) => void) => void;
  offProgressUpdate: (listener?: (progress: Progress) => void) => void;
};
type Done = { fileID: string; statusCode: number };

/** Sends a file to the cloud's storage; it fails when it is aborted or when the network goes on the way. */
export function upload({ cloudPath, filePath }: Upload): { task: UploadTask; done: Promise<Done> } {
  const progress = listenerPair<Progress>();
  const sending = new XMLHttpRequest();
  let aborted = false;
  const send = async (): Promise<Done> => {
    if (!cloudPath || !filePath) {
      const words = 'parameter error: cloudPath and filePath should be String';
      throw new WxError(`cloud.uploadFile:fail ${words}`, -501001);
    }
    const bytes = await readAny(filePath);
    if (aborted) throw new WxError('cloud.uploadFile:fail abort');
    if (!isOnline()) throw offline('uploadFile');
    const query = new URLSearchParams({ openid: settings.openid, path: cloudPath });
    let told = 0;
    const tell = (loaded: number): void => {
      if (loaded <= told) return;
      told = loaded;
      progress.emit({
        progress: Math.round((loaded / bytes.byteLength) * 100),
        totalBytesSent: loaded,
        totalBytesExpectedToSend: bytes.byteLength,
      });
    };
    sending.upload.onprogress = ({ loaded }) => tell(loaded);
    const cut = (): void => {
      if (!isOnline()) sending.abort();
    };
    onNetworkChange(cut);
    try {
      await travel(bytes.byteLength, tell);
      if (aborted) throw new WxError('cloud.uploadFile:fail abort');
      if (!isOnline()) throw offline('uploadFile');
      return await new Promise<Done>((resolve, reject) => {
        sending.onload = () => {
          try {
            const { fileID } = accept<{ fileID: string }>('uploadFile', sending.status, sending.responseText);
            resolve({ fileID, statusCode: sending.status });
          } catch (error) {
            reject(error as Error);
          }
        };
        sending.onabort = () =>
          reject(aborted ? new WxError('cloud.uploadFile:fail abort') : offline('uploadFile'));
        sending.onerror = () => reject(new WxError('cloud.uploadFile:fail request:fail', REQUEST_FAILED));
        sending.open('POST', `/client/uploadFile?${query.toString()}`);
        sending.send(bytes);
      });
    } finally {
      offNetworkChange(cut);
    }
  };
  const task: UploadTask = {
    abort: () => {
      aborted = true;
      sending.abort();
    },
    onProgressUpdate: progress.on,
    offProgressUpdate: progress.off,
  };
  return { task, done: send() };
}
