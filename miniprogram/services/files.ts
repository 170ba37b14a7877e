/** Files that stay on the phone only as long as somebody looks at them. */

const placeOf = (name: string) => `${wx.env.USER_DATA_PATH}/${name}`;

/** A sheet out of a chat; null: they thought better of it. */
export async function chooseSheet(): Promise<string | null> {
  try {
    const { tempFiles } = await wx.chooseMessageFile({ count: 1, type: 'file', extension: ['xlsx'] });
    return tempFiles[0]?.path ?? null;
  } catch {
    return null;
  }
}

/** Null where it cannot be fetched. */
export function fetchFile(url: string, name: string): Promise<string | null> {
  return new Promise((answer) => {
    wx.downloadFile({
      url,
      filePath: placeOf(name),
      success: ({ statusCode }) => answer(statusCode === 200 ? placeOf(name) : null),
      fail: () => answer(null),
    });
  });
}

export const openSheet = (filePath: string) =>
  wx.openDocument({ filePath, fileType: 'xlsx', showMenu: true });

/** Must be the first thing in a tap. */
export const sendFile = (filePath: string, fileName: string) => wx.shareFileMessage({ filePath, fileName });

export function dropFile(filePath: string): void {
  if (filePath) wx.getFileSystemManager().unlink({ filePath, fail: () => undefined });
}
