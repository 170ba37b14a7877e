import { ask } from '../../chrome/dialog';
import { el } from '../../chrome/dom';
import { chooseFiles, type Ready } from '../../chrome/file-chooser';
import { samplePhotos } from '../../chrome/samples';
import { sizeOf } from '../../chrome/save-link';
import { showPaper } from '../../chrome/viewer';
import { phoneNow } from '../../clock';
import { inGesture } from '../../engine/user-gesture';
import { wxCall } from '../call';
import { privacyConsent } from '../privacy';
import { filesOfChat, sendToChat } from './chat-files';
import { extensionOf, keepBlob, nameOf } from './file-store';
import { readAny } from './read-any';

const MOST_FILES = 100;
const DOCUMENTS = ['doc', 'docx', 'xls', 'xlsx', 'ppt', 'pptx', 'pdf'];
const PICTURES = ['jpg', 'jpeg', 'png', 'gif', 'webp'];

type ChooseMessageFile = { count: number; type?: 'all' | 'image' | 'file' | 'video'; extension?: string[] };

/** From the group chat, or from this machine. */
async function chooseMessageFile({ count, type = 'all', extension }: ChooseMessageFile) {
  await privacyConsent('chooseMessageFile');
  if (!(count >= 0 && count <= MOST_FILES)) throw new Error('parameter error: count should be 0 to 100');
  // WeChat looks at the endings only when it chooses among files.
  const endings = type === 'file' ? extension?.map((one) => one.replace(/^\./, '').toLowerCase()) : undefined;
  const wanted = ({ name }: Ready): boolean => {
    const ending = extensionOf(name);
    if (type !== 'all' && PICTURES.includes(ending) !== (type === 'image')) return false;
    return endings?.includes(ending) ?? true;
  };
  const ready: Ready[] = [...(await samplePhotos()), ...(await filesOfChat())].filter(wanted);
  const own = endings?.map((one) => `.${one}`).join(',') ?? '';
  const accept = type === 'image' ? 'image/*' : own;
  const chosen = await chooseFiles({ label: '选择聊天文件', count, accept, ready });
  if (!chosen) throw new Error('cancel');
  const tempFiles = await Promise.all(
    chosen.map(async (one) => ({
      name: one.name,
      path: await keepBlob(one),
      size: one.blob.size,
      time: Math.floor(phoneNow() / 1000),
      type: one.blob.type.startsWith('image/') ? 'image' : 'file',
    })),
  );
  return { tempFiles };
}

/** WeChat shows it and offers other apps; here it can be taken to this machine. */
async function openDocument({ filePath, fileType }: { filePath: string; fileType?: string }) {
  const type = fileType ?? extensionOf(filePath);
  if (!DOCUMENTS.includes(type)) throw new Error('filetype not supported');
  const bytes = await readAny(filePath);
  const given = nameOf(filePath);
  const name = extensionOf(given) === type ? given : `${given}.${type}`;
  const url = URL.createObjectURL(new Blob([bytes]));
  void showPaper('打开文档', [name, `${type}，${sizeOf(bytes.length)}`], { name, url });
}

async function shareFileMessage({ filePath, fileName }: { filePath: string; fileName?: string }) {
  if (!inGesture()) throw new Error('can only be invoked by user TAP gesture.');
  const bytes = await readAny(filePath);
  const name = fileName ?? nameOf(filePath);
  const send = await ask<boolean>(
    'sheet',
    '发送文件',
    (answer) => [
      el('h2', { class: 'sheet-title', text: name }),
      el('p', { class: 'sheet-text', text: sizeOf(bytes.length) }),
      el('button', { class: 'sheet-item', text: '发送给群聊', onclick: () => answer(true) }),
      el('button', { class: 'sheet-cancel', text: '取消', onclick: () => answer(false) }),
    ],
    false,
  );
  if (!send) throw new Error('cancel');
  await sendToChat(name, bytes);
}

export const documents = {
  chooseMessageFile: wxCall('chooseMessageFile', chooseMessageFile),
  openDocument: wxCall('openDocument', openDocument),
  shareFileMessage: wxCall('shareFileMessage', shareFileMessage),
};
