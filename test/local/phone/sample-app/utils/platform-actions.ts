import type { Result, Wx } from '../wechat';

declare const wx: Wx;
declare const getCurrentPages: () => { options: Record<string, string> }[];

type Tell = (told: unknown) => void;

const HOME = 'wxfile://usr';
const files = wx.getFileSystemManager();

async function photo(): Promise<string> {
  const { tempFiles } = await wx.chooseMedia({ count: 1, mediaType: ['image'] });
  return (tempFiles as { tempFilePath: string }[])[0]!.tempFilePath;
}

const uploaded = (): string => String(wx.getStorageSync('uploaded'));

/** What the platform page offers to the tests, each under its button's name. */
export const platformActions: Record<string, (tell: Tell) => Promise<Result> | Result> = {
  setting: () => wx.getPrivacySetting(),
  require: () => wx.requirePrivacyAuthorize(),
  choose: () => wx.chooseMedia({ count: 2, mediaType: ['image'] }),
  sheet: async () => {
    const { tempFiles } = await wx.chooseMessageFile({ count: 1, type: 'file', extension: ['xlsx'] });
    const { name, path, size } = (tempFiles as { name: string; path: string; size: number }[])[0]!;
    return { name, size, base64: files.readFileSync(path, 'base64') };
  },
  export: () => {
    files.writeFileSync(`${HOME}/花名册.xlsx`, '6ICB54+t6ZW/', 'base64');
    return wx.openDocument({ filePath: `${HOME}/花名册.xlsx`, showMenu: true });
  },
  sendFile: () => {
    files.writeFileSync(`${HOME}/export.xlsx`, '6ICB54+t6ZW/', 'base64');
    return wx.shareFileMessage({ filePath: `${HOME}/export.xlsx`, fileName: '花名册.xlsx' });
  },
  message: () => wx.chooseMessageFile({ count: 1, type: 'file', extension: ['csv'] }),
  info: async () => {
    const small = await wx.compressImage({ src: await photo(), compressedWidth: 200 });
    return wx.getImageInfo({ src: small['tempFilePath'] });
  },
  save: async () => wx.saveImageToPhotosAlbum({ filePath: await photo() }),
  granted: () => wx.getSetting(),
  write: () => {
    files.mkdirSync(`${HOME}/notes/old`, true);
    files.writeFileSync(`${HOME}/notes/a.txt`, '老班长', 'utf8');
    files.copyFileSync(`${HOME}/notes/a.txt`, `${HOME}/notes/b.txt`);
    return {
      names: files.readdirSync(`${HOME}/notes`),
      size: files.statSync(`${HOME}/notes/a.txt`).size,
      base64: files.readFileSync(`${HOME}/notes/b.txt`, 'base64'),
    };
  },
  kept: () => ({ text: files.readFileSync(`${HOME}/notes/a.txt`, 'utf8') }),
  lost: () => ({ text: files.readFileSync(`${HOME}/nothing.txt`, 'utf8') }),
  outside: () => {
    files.writeFileSync('/images/dot.png', 'x', 'utf8');
    return {};
  },
  upload: async (tell) => {
    const filePath = await photo();
    return new Promise((done, fail) => {
      const success = (result: Result): void => {
        wx.setStorageSync('uploaded', result['fileID']);
        done(result);
      };
      const task = wx.cloud.uploadFile({ cloudPath: 'photos/a.jpg', filePath, success, fail });
      task.onProgressUpdate(tell);
    });
  },
  abort: async () => {
    const filePath = await photo();
    return new Promise((success, fail) => {
      wx.cloud.uploadFile({ cloudPath: 'photos/b.jpg', filePath, success, fail }).abort();
    });
  },
  refused: () => wx.cloud.uploadFile({ cloudPath: 'a.exe', filePath: '/images/dot.png' }),
  show: () => ({ picture: uploaded() }),
  urls: () => wx.cloud.getTempFileURL({ fileList: [uploaded()] }),
  download: async () => {
    const { tempFilePath } = await wx.cloud.downloadFile({ fileID: uploaded() });
    return { size: files.statSync(String(tempFilePath)).size };
  },
  remove: () => wx.cloud.deleteFile({ fileList: [uploaded(), 'cloud://x.y/z'] }),
  cloudId: () =>
    wx.cloud.callFunction({ name: 'echo', data: { group: wx.cloud.CloudID('abc'), text: '好' } }),
  get: () => {
    wx.cloud.database().collection('sessions')['get']!();
    return {};
  },
  draw: () =>
    new Promise((done, fail) => {
      wx.createSelectorQuery()
        .select('#poster')
        .fields({ node: true, size: true })
        .exec(([found]) => {
          const { node, width, height } = found as { node: HTMLCanvasElement; width: number; height: number };
          Object.assign(node, { width: 200, height: 100 });
          const pen = node.getContext('2d')!;
          pen.font = '20px sans-serif';
          const image = (node as unknown as { createImage: () => HTMLImageElement }).createImage();
          image.onload = () => {
            pen.fillStyle = '#ff0000';
            pen.fillRect(0, 0, 100, 100);
            pen.drawImage(image, 100, 0, 100, 100);
            wx.canvasToTempFilePath({ canvas: node, destWidth: 100, destHeight: 50 })
              .then(({ tempFilePath: picture }) =>
                done({ picture, width, height, wide: pen.measureText('老班长').width > 55 }),
              )
              .catch(fail);
          };
          image.src = '/images/dot.png';
        });
    }),
  album: async (tell) => {
    const { picture } = await platformActions['draw']!(tell);
    return wx.saveImageToPhotosAlbum({ filePath: picture });
  },
  scan: () => wx.scanCode(),
  place: () => wx.openLocation({ latitude: 30.5, longitude: 120.5, name: '村委会', address: '花园村 1 号' }),
  calendar: () =>
    wx.addPhoneCalendar({ title: '值勤', startTime: 1_700_000_000, endTime: '1700003600', location: '村口' }),
  dynamic: () =>
    wx.updateShareMenu({
      isUpdatableMessage: true,
      activityId: getCurrentPages().at(-1)!.options['activity'] ?? 'act-1',
      templateInfo: {
        parameterList: [
          { name: 'member_count', value: '1' },
          { name: 'room_limit', value: '3' },
        ],
      },
    }),
  hide: () => wx.hideShareMenu(),
};
