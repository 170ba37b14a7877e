const folder = () => `${wx.env.USER_DATA_PATH}/my-data`;

/** 导出的两份：一份给人读，一份给电脑读。 */
export interface ExportFile {
  path: string;
  name: string;
}

/** Writes a file that can be sent on; throws where the phone has no room. */
export function writeExport(name: string, content: string): ExportFile {
  const files = wx.getFileSystemManager();
  const path = `${folder()}/${name}`;
  try {
    files.accessSync(folder());
  } catch {
    files.mkdirSync(folder(), true);
  }
  files.writeFileSync(path, content, 'utf8');
  return { path, name };
}

/** 页面关了就不留：they hold everything in the clear. */
export function dropExports(): void {
  try {
    wx.getFileSystemManager().rmdirSync(folder(), true);
  } catch {
    // Nothing was exported.
  }
}

/** Must be the first thing in a tap. False: the person thought better of it. */
export const sendExport = ({ path, name }: ExportFile): Promise<boolean> =>
  wx.shareFileMessage({ filePath: path, fileName: name }).then(
    () => true,
    () => false,
  );
