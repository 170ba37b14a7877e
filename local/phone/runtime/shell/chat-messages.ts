import { CHAT_KEY, type FileMessage } from '../chat';
import type { CardMessage } from '../chrome/share-sheet';

/** Who sent it, as the group sees it. */
type Sent = { id: string; sender: string };

/** What lies in the group chat, as it is kept for the session. */
export type ChatCard = CardMessage & Sent & { app: string };
export type ChatFile = FileMessage & Sent;
export type ChatMessage = ChatCard | ChatFile;

const MOST = 30;

/** A card or a file that a phone sends; anything else is none of the chat's business. */
export function isSent(value: unknown): value is CardMessage | FileMessage {
  if (typeof value !== 'object' || value === null || !('type' in value)) return false;
  const texts: Record<string, string[]> = { card: ['title', 'path'], file: ['name', 'data'] };
  const fields = texts[String(value.type)];
  return fields?.every((field) => typeof (value as Record<string, unknown>)[field] === 'string') ?? false;
}

export const keptMessages = (): ChatMessage[] =>
  JSON.parse(sessionStorage.getItem(CHAT_KEY) ?? '[]') as ChatMessage[];

/** The browser keeps a few megabytes: what does not fit any more goes, the oldest first. */
export function keepMessages(messages: ChatMessage[]): void {
  for (let kept = messages.slice(-MOST); ; kept = kept.slice(1)) {
    try {
      return sessionStorage.setItem(CHAT_KEY, JSON.stringify(kept));
    } catch (error) {
      if (kept.length === 0) throw error;
    }
  }
}
