import { app } from './database';

/** What one request about files may name. */
const MOST = 50;

/** The id that a file has, or will have, at this path. */
export async function fileIdOf(cloudPath: string): Promise<string> {
  const { data } = (await app.getUploadMetadata({ cloudPath })) as { data: { fileId: string } };
  return data.fileId;
}

/** Puts a file where no phone can write it any more; false where there is none. The SDK wants both names' ends to be the same. */
export async function moveFile(srcPath: string, dstPath: string): Promise<boolean> {
  const file = { srcPath, dstPath, overwrite: true, removeOriginal: true };
  const { fileList } = await app.copyFile({ fileList: [file] });
  const [moved] = fileList;
  return moved !== undefined && (moved.code ?? 'SUCCESS') === 'SUCCESS';
}

/** Where these files can be read for a while; those that are gone are left out. */
export async function addressesOfFiles(fileIds: string[]): Promise<Map<string, string>> {
  if (fileIds.length === 0) return new Map();
  const { fileList } = await app.getTempFileURL({ fileList: fileIds.slice(0, MOST) });
  return new Map(
    fileList.flatMap(({ code, fileID, tempFileURL }) =>
      code === 'SUCCESS' && tempFileURL ? [[fileID, tempFileURL]] : [],
    ),
  );
}

/** Files that are gone already do not stop it. */
export async function deleteFiles(fileIds: string[]): Promise<void> {
  for (let at = 0; at < fileIds.length; at += MOST) {
    await app.deleteFile({ fileList: fileIds.slice(at, at + MOST) });
  }
}
