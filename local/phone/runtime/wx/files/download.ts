import { isOnline, travel } from '../../network';
import { listenerPair, wxCall, type Options } from '../call';
import { extensionOf, isSaved, putFile, putTemporary } from './file-store';

type Download = { url: string; filePath?: string };
type Progress = { progress: number; totalBytesWritten: number; totalBytesExpectedToWrite: number };

async function download(
  { url, filePath }: Download,
  emit: (progress: Progress) => void,
  signal: AbortSignal,
): Promise<object> {
  if (!/^https?:/.test(url)) throw new Error(`invalid url "${url}"`);
  if (filePath !== undefined && !isSaved(filePath)) throw new Error(`permission denied, open "${filePath}"`);
  if (!isOnline()) throw new Error('request:fail network is disconnected');
  const response = await fetch(url, { signal }).catch(() => null);
  if (signal.aborted) throw new Error('abort');
  if (!response) throw new Error('request:fail');
  const bytes = new Uint8Array(await response.arrayBuffer());
  await travel(bytes.length);
  if (!isOnline()) throw new Error('request:fail network is disconnected');
  emit({ progress: 100, totalBytesWritten: bytes.length, totalBytesExpectedToWrite: bytes.length });
  const { status: statusCode } = response;
  if (filePath === undefined)
    return { tempFilePath: putTemporary(bytes, extensionOf(new URL(url).pathname)), statusCode };
  putFile(filePath, bytes);
  return { filePath, statusCode };
}

/** Answers its task at once and tells by its callbacks alone, as the platform does. */
function downloadFile(options: Download & Options): object {
  const progress = listenerPair<Progress>();
  const aborting = new AbortController();
  const work = wxCall('downloadFile', (given: Download) => download(given, progress.emit, aborting.signal));
  void work({ complete: () => undefined, ...options });
  return {
    abort: () => aborting.abort(),
    onProgressUpdate: progress.on,
    offProgressUpdate: progress.off,
  };
}

export const downloads = { downloadFile };
