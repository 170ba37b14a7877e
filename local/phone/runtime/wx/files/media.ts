import { samplePhotos } from '../../chrome/samples';
import { chooseFiles, type Chosen } from '../../chrome/file-chooser';
import { showPictures, showPaper } from '../../chrome/viewer';
import { inGesture } from '../../engine/user-gesture';
import { permission } from '../authorization';
import { wxCall } from '../call';
import { privacyConsent } from '../privacy';
import { extensionOf, putTemporary } from './file-store';
import { decode, encode, formatOf } from './pictures';
import { readAny } from './read-any';

const MOST_MEDIA = 20;
const MOST_FILES = 100;
const DOCUMENTS = ['doc', 'docx', 'xls', 'xlsx', 'ppt', 'pptx', 'pdf'];

const bytesOf = async (blob: Blob): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await blob.arrayBuffer());

const keep = async ({ name, blob }: Chosen): Promise<string> =>
  putTemporary(await bytesOf(blob), extensionOf(name));

type ChooseMedia = { count?: number; mediaType?: string[]; sizeType?: string[] };

async function chooseMedia({ count = 9, mediaType = ['image', 'video'] }: ChooseMedia) {
  await privacyConsent('chooseMedia');
  if (!mediaType.includes('image') && !mediaType.includes('mix'))
    throw new Error('only pictures are available on the local phone');
  const most = Math.min(count, MOST_MEDIA);
  const samples = await samplePhotos();
  const chosen = await chooseFiles({ label: '选择图片', count: most, accept: 'image/*', samples });
  if (!chosen) throw new Error('cancel');
  const tempFiles = await Promise.all(
    chosen.map(async (one) => ({
      tempFilePath: await keep(one),
      size: one.blob.size,
      fileType: 'image' as const,
    })),
  );
  return { type: 'image', tempFiles };
}

type ChooseMessageFile = { count: number; type?: string; extension?: string[] };

async function chooseMessageFile({ count, type = 'all', extension }: ChooseMessageFile) {
  await privacyConsent('chooseMessageFile');
  if (!(count >= 0 && count <= MOST_FILES)) throw new Error('parameter error: count should be 0 to 100');
  const pictures = type === 'image' || type === 'all';
  const own = extension?.map((one) => (one.startsWith('.') ? one : `.${one}`)).join(',') ?? '';
  const chosen = await chooseFiles({
    label: '选择聊天文件',
    count,
    accept: type === 'image' ? 'image/*' : own,
    samples: pictures && !extension ? await samplePhotos() : [],
  });
  if (!chosen) throw new Error('cancel');
  const tempFiles = await Promise.all(
    chosen.map(async (one) => ({
      name: one.name,
      path: await keep(one),
      size: one.blob.size,
      time: Math.floor(Date.now() / 1000),
      type: one.blob.type.startsWith('image/') ? 'image' : 'file',
    })),
  );
  return { tempFiles };
}

async function getImageInfo({ src }: { src: string }) {
  const bytes = await readAny(src);
  const image = await decode(bytes);
  const path = src.startsWith('wxfile://') ? src : putTemporary(bytes, extensionOf(src));
  return {
    width: image.width,
    height: image.height,
    path,
    type: formatOf(bytes),
    orientation: 'up' as const,
  };
}

type Compress = { src: string; quality?: number; compressedWidth?: number; compressedHeight?: number };

async function compressImage({ src, quality = 80, compressedWidth, compressedHeight }: Compress) {
  const image = await decode(await readAny(src));
  const ratio = image.width / image.height;
  const width = compressedWidth ?? (compressedHeight ? compressedHeight * ratio : image.width);
  const height = compressedHeight ?? width / ratio;
  const blob = await encode(image, Math.round(width), Math.round(height), quality / 100);
  return { tempFilePath: putTemporary(await bytesOf(blob), 'jpg') };
}

async function saveImageToPhotosAlbum({ filePath }: { filePath: string }): Promise<void> {
  await privacyConsent('saveImageToPhotosAlbum');
  await permission('scope.writePhotosAlbum', 'saveImageToPhotosAlbum');
  await showPictures([await pictureOf(filePath)], 0, '已保存到相册');
}

const pictureOf = async (path: string): Promise<string> =>
  URL.createObjectURL(new Blob([await readAny(path)]));

async function previewImage({ urls, current }: { urls: string[]; current?: string | number }) {
  const at = typeof current === 'number' ? current : Math.max(0, urls.indexOf(current ?? ''));
  await Promise.all(urls.map(pictureOf)).then((pictures) => void showPictures(pictures, at, '预览图片'));
}

async function openDocument({ filePath, fileType }: { filePath: string; fileType?: string }) {
  const type = fileType ?? extensionOf(filePath);
  if (!DOCUMENTS.includes(type)) throw new Error('filetype not supported');
  const bytes = await readAny(filePath);
  void showPaper('打开文档', [filePath.split('/').at(-1) ?? filePath, `${type}，${bytes.length} 字节`]);
}

async function shareFileMessage({ filePath, fileName }: { filePath: string; fileName?: string }) {
  if (!inGesture()) throw new Error('can only be invoked by user TAP gesture.');
  await readAny(filePath);
  await showPaper('发送文件', [fileName ?? filePath.split('/').at(-1) ?? filePath]);
}

export const media = {
  chooseMedia: wxCall('chooseMedia', chooseMedia),
  chooseMessageFile: wxCall('chooseMessageFile', chooseMessageFile),
  getImageInfo: wxCall('getImageInfo', getImageInfo),
  compressImage: wxCall('compressImage', compressImage),
  saveImageToPhotosAlbum: wxCall('saveImageToPhotosAlbum', saveImageToPhotosAlbum),
  previewImage: wxCall('previewImage', previewImage),
  openDocument: wxCall('openDocument', openDocument),
  shareFileMessage: wxCall('shareFileMessage', shareFileMessage),
};
