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

/** Those that are gone already are no failure. */
export async function removeFiles(cloudIds: string[]): Promise<void> {
  if (cloudIds.length > 0) await app.deleteFile({ fileList: cloudIds });
}
