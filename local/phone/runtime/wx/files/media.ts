import { samplePhotos } from '../../chrome/samples';
import { chooseFiles } from '../../chrome/file-chooser';
import { showPictures } from '../../chrome/viewer';
import { permission } from '../authorization';
import { wxCall } from '../call';
import { privacyConsent } from '../privacy';
import { bytesOf, extensionOf, keepBlob, nameOf, putTemporary } from './file-store';
import { decode, encode, formatOf } from './pictures';
import { readAny } from './read-any';

const MOST_MEDIA = 20;

type ChooseMedia = { count?: number; mediaType?: string[]; sizeType?: string[] };

async function chooseMedia({ count = 9, mediaType = ['image', 'video'] }: ChooseMedia) {
  await privacyConsent('chooseMedia');
  if (!mediaType.includes('image') && !mediaType.includes('mix'))
    throw new Error('only pictures are available on the local phone');
  const most = Math.min(count, MOST_MEDIA);
  const samples = await samplePhotos();
  const chosen = await chooseFiles({ label: '选择图片', count: most, accept: 'image/*', ready: samples });
  if (!chosen) throw new Error('cancel');
  const tempFiles = await Promise.all(
    chosen.map(async (one) => ({
      tempFilePath: await keepBlob(one),
      size: one.blob.size,
      fileType: 'image' as const,
    })),
  );
  return { type: 'image', tempFiles };
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
  await showPictures([await pictureOf(filePath)], 0, '已保存到相册', nameOf(filePath));
}

const pictureOf = async (path: string): Promise<string> =>
  URL.createObjectURL(new Blob([await readAny(path)]));

async function previewImage({ urls, current }: { urls: string[]; current?: string | number }) {
  const at = typeof current === 'number' ? current : Math.max(0, urls.indexOf(current ?? ''));
  await Promise.all(urls.map(pictureOf)).then((pictures) => void showPictures(pictures, at, '预览图片'));
}

export const media = {
  chooseMedia: wxCall('chooseMedia', chooseMedia),
  getImageInfo: wxCall('getImageInfo', getImageInfo),
  compressImage: wxCall('compressImage', compressImage),
  saveImageToPhotosAlbum: wxCall('saveImageToPhotosAlbum', saveImageToPhotosAlbum),
  previewImage: wxCall('previewImage', previewImage),
};
