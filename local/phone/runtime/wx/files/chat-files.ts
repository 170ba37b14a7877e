import { CHAT_KEY, type FileMessage } from '../../chat';
import type { Chosen } from '../../chrome/file-chooser';
import { settings } from '../../settings';

export async function sendToChat(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  const data = await dataUrl(new Blob([bytes]));
  const message: FileMessage = { type: 'file', name, size: bytes.length, data, from: settings.openid };
  window.parent.postMessage(message, location.origin);
}

/** The files that lie in the group chat. */
export async function filesOfChat(): Promise<Chosen[]> {
  const messages = JSON.parse(sessionStorage.getItem(CHAT_KEY) ?? '[]') as Partial<FileMessage>[];
  return Promise.all(
    messages
      .filter(({ type }) => type === 'file')
      .map(async ({ name = '', data = '' }) => ({ name, blob: await (await fetch(data)).blob() })),
  );
}

function dataUrl(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result as string);
    reader.onerror = () => reject(new Error('the file cannot be read'));
    reader.readAsDataURL(blob);
  });
}
