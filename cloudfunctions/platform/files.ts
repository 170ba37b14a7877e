import { app } from './app';

/** What the storage calls a file at this path, before it is there. */
export async function cloudIdOf(path: string): Promise<string> {
  const { data } = await app.getUploadMetadata({ cloudPath: path });
  return data.fileId;
}

export async function putFile(path: string, content: Buffer): Promise<void> {
  await app.uploadFile({ cloudPath: path, fileContent: content });
}

/** An address that opens for `seconds`; null where no such file is. */
export async function addressOf(cloudId: string, seconds: number): Promise<string | null> {
  const { fileList } = await app.getTempFileURL({ fileList: [{ fileID: cloudId, maxAge: seconds }] });
  return fileList[0]?.tempFileURL || null;
}

const READ_WITHIN = 60;

/** A file's bytes; null where it is not there, `too_large` without reading more than `most`. */
export async function readFile(cloudId: string, most: number): Promise<Buffer | 'too_large' | null> {
  const address = await addressOf(cloudId, READ_WITHIN);
  if (address === null) return null;
  const response = await fetch(address);
  if (response.status === 404) return null;
  if (!response.ok || !response.body) throw new Error(`the storage answered ${response.status}`);
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body as unknown as AsyncIterable<Uint8Array>) {
    size += part.length;
    if (size > most) return 'too_large';
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/** What one request about files may name. */
const MOST = 50;

/** Those that are gone already are no failure. */
export async function removeFiles(cloudIds: string[]): Promise<void> {
  for (let at = 0; at < cloudIds.length; at += MOST) {
    await app.deleteFile({ fileList: cloudIds.slice(at, at + MOST) });
  }
}

/** Puts a file where no phone can write it any more; false where there is none. The SDK wants both names' ends to be the same. */
export async function moveFile(srcPath: string, dstPath: string): Promise<boolean> {
  const file = { srcPath, dstPath, overwrite: true, removeOriginal: true };
  const { fileList } = await app.copyFile({ fileList: [file] });
  const [moved] = fileList;
  return moved !== undefined && (moved.code ?? 'SUCCESS') === 'SUCCESS';
}

/** Where these files can be read for a while; those that are gone are left out. */
export async function addressesOfFiles(cloudIds: string[]): Promise<Map<string, string>> {
  if (cloudIds.length === 0) return new Map();
  const { fileList } = await app.getTempFileURL({ fileList: cloudIds.slice(0, MOST) });
  return new Map(
    fileList.flatMap(({ code, fileID, tempFileURL }) =>
      code === 'SUCCESS' && tempFileURL ? [[fileID, tempFileURL]] : [],
    ),
  );
}
