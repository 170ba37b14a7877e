import type { CardMessage } from '../chrome/share-sheet';

/** A card in the group chat, as it is kept for the session. */
export type SharedCard = Omit<CardMessage, 'type' | 'from'> & { id: string; sender: string; app: string };

const KEPT = 'table-cards';
const MOST = 30;

export function isCardMessage(value: unknown): value is CardMessage {
  return (
    typeof value === 'object' &&
    value !== null &&
    'type' in value &&
    value.type === 'card' &&
    'title' in value &&
    typeof value.title === 'string' &&
    'path' in value &&
    typeof value.path === 'string'
  );
}

export const keptCards = (): SharedCard[] => JSON.parse(sessionStorage.getItem(KEPT) ?? '[]') as SharedCard[];

export function keepCards(cards: SharedCard[]): void {
  sessionStorage.setItem(KEPT, JSON.stringify(cards.slice(-MOST)));
}
