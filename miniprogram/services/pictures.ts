/** 一张图片存成文件，页面上才显示得了、存得进相册。A new name each time: the old picture may still be shown under its own. */
export function keepPicture(base64: string, format: string): string {
  const path = `${wx.env.USER_DATA_PATH}/picture-${Date.now()}.${format}`;
  wx.getFileSystemManager().writeFileSync(path, base64, 'base64');
  return path;
}

/** 用完就删，不留在手机里。 */
export function dropPicture(path: string): void {
  if (!path) return;
  try {
    wx.getFileSystemManager().unlinkSync(path);
  } catch {
    // It is gone already.
  }
}

/** 存进手机相册；`denied`: WeChat may not write there, and asks no more by itself. */
export async function saveToAlbum(filePath: string): Promise<'saved' | 'denied' | 'failed'> {
  try {
    await wx.saveImageToPhotosAlbum({ filePath });
    return 'saved';
  } catch (cause) {
    const { errMsg = '' } = (cause ?? {}) as { errMsg?: string };
    return /deny|denied|authorize/.test(errMsg) ? 'denied' : 'failed';
  }
}
