import type { ReviewItem } from '../../typings/contract';
import type { EventDocument } from '../../typings/documents/event';
import type { MemberDocument } from '../../typings/documents/member';
import { wordsOf } from './checks';

/** 等工作人员看的一样，怎么写；`me` looks. */

export function nameItem({ _id, check }: MemberDocument, me: string): ReviewItem[] {
  if (!check) return [];
  const person = { memberId: _id, eventId: null, mine: _id === me };
  return [{ what: 'name', ...person, words: [check.text], url: null, at: check.at }];
}

export function avatarItem(
  { _id, name, avatar }: MemberDocument,
  url: string | null,
  me: string,
): ReviewItem[] {
  if (!avatar) return [];
  const person = { memberId: _id, eventId: null, mine: _id === me };
  return [{ what: 'avatar', ...person, words: [name], url, at: avatar.at }];
}

export function wordsItem(event: EventDocument, me: string): ReviewItem[] {
  if (!event.check) return [];
  const words = wordsOf(event).filter(Boolean);
  const { _id: eventId, createdBy } = event;
  const mine = createdBy === me;
  return [{ what: 'words', memberId: null, eventId, words, url: null, at: event.check.at, mine }];
}
