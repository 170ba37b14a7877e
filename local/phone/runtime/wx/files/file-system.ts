import { wxCall } from '../call';
import { loud } from '../loud';
import {
  USER_DATA_PATH,
  addFolder,
  dropFile,
  dropFolder,
  findFile,
  isFolder,
  isSaved,
  namesIn,
  parentOf,
  putFile,
} from './file-store';
import { codec } from './text-codecs';

type Data = string | ArrayBuffer;

/** One file may have 100 MB (ability/file-system). */
const FILE_LIMIT = 100 * 1024 * 1024;
const FILE_MODE = 33206;
const FOLDER_MODE = 16822;

const missing = (what: string, path: string): Error =>
  new Error(`no such file or directory, ${what} "${path}"`);

function need(path: string, what: string) {
  const file = findFile(path);
  if (!file) throw missing(what, path);
  return file;
}

function writable(path: string, what: string): void {
  if (!isSaved(path)) throw new Error(`permission denied, ${what} "${path}"`);
  if (!isFolder(parentOf(path))) throw missing(what, path);
  if (isFolder(path)) throw new Error(`illegal operation on a directory, ${what} "${path}"`);
}

function readFile(filePath: string, encoding?: string, position = 0, length?: number): Data {
  const { bytes } = need(filePath, 'open');
  const part = bytes.slice(position, length === undefined ? undefined : position + length);
  return encoding === undefined ? part.buffer : codec(encoding).read(part);
}

function writeFile(filePath: string, data: Data, encoding = 'utf8'): void {
  writable(filePath, 'open');
  const bytes = typeof data === 'string' ? codec(encoding).write(data) : new Uint8Array(data.slice(0));
  if (bytes.length > FILE_LIMIT) throw new Error('the maximum size of the file storage limit is exceeded');
  putFile(filePath, bytes);
}

function copyFile(from: string, to: string): void {
  const { bytes } = need(from, 'copyFile');
  writable(to, 'copyFile');
  putFile(to, bytes.slice());
}

function unlink(path: string): void {
  if (isFolder(path)) throw new Error(`operation not permitted, unlink "${path}"`);
  need(path, 'unlink');
  dropFile(path);
}

function access(path: string): void {
  if (!isFolder(path)) need(path, 'access');
}

function mkdir(path: string, recursive = false): void {
  if (!isSaved(path)) throw new Error(`permission denied, mkdir "${path}"`);
  if (isFolder(path)) throw new Error(`file already exists, mkdir "${path}"`);
  if (!isFolder(parentOf(path))) {
    if (!recursive) throw missing('mkdir', path);
    mkdir(parentOf(path), true);
  }
  addFolder(path);
}

function rmdir(path: string, recursive = false): void {
  if (!isFolder(path) || path === USER_DATA_PATH) throw missing('rmdir', path);
  const names = namesIn(path);
  if (names.length > 0 && !recursive) throw new Error(`directory not empty, rmdir "${path}"`);
  for (const name of names) {
    if (isFolder(`${path}/${name}`)) rmdir(`${path}/${name}`, true);
    else dropFile(`${path}/${name}`);
  }
  dropFolder(path);
}

function readdir(path: string): string[] {
  if (!isFolder(path)) throw missing('scandir', path);
  return namesIn(path.replace(/\/$/, ''));
}

function stat(path: string) {
  const folder = isFolder(path);
  const { bytes, at } = folder ? { bytes: new Uint8Array(), at: 0 } : need(path, 'stat');
  const seconds = Math.floor(at / 1000);
  return {
    size: bytes.length,
    mode: folder ? FOLDER_MODE : FILE_MODE,
    lastAccessedTime: seconds,
    lastModifiedTime: seconds,
    isFile: () => !folder,
    isDirectory: () => folder,
  };
}

function saveTemporary(from: string, to = `${USER_DATA_PATH}/${from.slice('wxfile://'.length)}`): string {
  copyFile(from, to);
  dropFile(from);
  return to;
}

/** The synchronous form throws what the other one hands to `fail`. */
function sync<A extends unknown[], R>(name: string, work: (...args: A) => R): (...args: A) => R {
  return (...args) => {
    try {
      return work(...args);
    } catch (error) {
      throw new Error(`${name}:fail ${error instanceof Error ? error.message : String(error)}`);
    }
  };
}

type Read = { filePath: string; encoding?: string; position?: number; length?: number };
type Write = { filePath: string; data: Data; encoding?: string };
type Copy = { srcPath: string; destPath: string };
type Folder = { dirPath: string; recursive?: boolean };
type Save = { tempFilePath: string; filePath?: string };

const manager = loud('FileSystemManager', {
  readFile: wxCall('readFile', (o: Read) => ({
    data: readFile(o.filePath, o.encoding, o.position, o.length),
  })),
  readFileSync: sync('readFileSync', readFile),
  writeFile: wxCall('writeFile', (o: Write) => writeFile(o.filePath, o.data, o.encoding)),
  writeFileSync: sync('writeFileSync', writeFile),
  copyFile: wxCall('copyFile', (o: Copy) => copyFile(o.srcPath, o.destPath)),
  copyFileSync: sync('copyFileSync', copyFile),
  unlink: wxCall('unlink', (o: { filePath: string }) => unlink(o.filePath)),
  unlinkSync: sync('unlinkSync', unlink),
  access: wxCall('access', (o: { path: string }) => access(o.path)),
  accessSync: sync('accessSync', access),
  mkdir: wxCall('mkdir', (o: Folder) => mkdir(o.dirPath, o.recursive)),
  mkdirSync: sync('mkdirSync', mkdir),
  rmdir: wxCall('rmdir', (o: Folder) => rmdir(o.dirPath, o.recursive)),
  rmdirSync: sync('rmdirSync', rmdir),
  readdir: wxCall('readdir', (o: Folder) => ({ files: readdir(o.dirPath) })),
  readdirSync: sync('readdirSync', readdir),
  stat: wxCall('stat', (o: { path: string }) => ({ stats: stat(o.path) })),
  statSync: sync('statSync', stat),
  getFileInfo: wxCall('getFileInfo', (o: { filePath: string }) => ({ size: stat(o.filePath).size })),
  saveFile: wxCall('saveFile', (o: Save) => ({ savedFilePath: saveTemporary(o.tempFilePath, o.filePath) })),
  saveFileSync: sync('saveFileSync', saveTemporary),
});

export const fileSystem = { getFileSystemManager: () => manager };
