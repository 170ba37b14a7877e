/** Where the table keeps what was said in the group chat; its phones share the browser's session with it. */
export const CHAT_KEY = 'table-chat';

/** A file that a phone sends into the group chat; `data` is a data URL. */
export type FileMessage = { type: 'file'; name: string; size: number; data: string; from: string };
