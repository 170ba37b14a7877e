import type { Avatar, Check, NameCheck } from '../../../typings/documents/check';
import type { EventDocument } from '../../../typings/documents/event';
import type { MemberDocument } from '../../../typings/documents/member';
import { _ } from './database';
import { filtered, guardedUpdate } from './guarded';
import { nameFields } from './person';

/** 还没通过检查的名字、头像和值勤，先写的在前。 */

async function membersIn(where: Record<string, unknown>, first: string, most: number) {
  const { data } = await filtered('members', where).orderBy(first, 'asc').limit(most).get();
  return data as MemberDocument[];
}

/** Sessions of a series that were posted together have the same words: one of them is enough. */
async function eventsIn(where: Record<string, unknown>, most: number): Promise<EventDocument[]> {
  const { data } = await filtered('events', where).orderBy('check.at', 'asc').limit(most).get();
  const events = data as EventDocument[];
  return [...new Map(events.map((event) => [seriesOf(event) ?? event._id, event])).values()];
}

const seriesOf = (event: EventDocument): string | null => (event.kind === 'session' ? event.seriesId : null);

export const namesIn = (state: NameCheck['state'], most: number) =>
  membersIn({ 'check.state': state }, 'check.at', most);
export const avatarsIn = (state: Avatar['state'], most: number) =>
  membersIn({ 'avatar.state': state }, 'avatar.at', most);
export const wordsIn = (state: Check['state'], most: number) => eventsIn({ 'check.state': state }, most);

/** 等这个工作室的工作人员看的。 */
export const namesToReview = (studioId: string, most: number) =>
  membersIn({ 'check.state': 'review', 'studios.studioId': studioId }, 'check.at', most);
export const avatarsToReview = (studioId: string, most: number) =>
  membersIn({ 'avatar.state': 'review', 'studios.studioId': studioId }, 'avatar.at', most);
export const wordsToReview = (studioId: string, most: number) =>
  eventsIn({ 'check.state': 'review', studioId }, most);

export async function eventToReview(studioId: string, eventId: string): Promise<EventDocument | null> {
  const { data } = await filtered('events', { _id: eventId, studioId, 'check.state': 'review' })
    .limit(1)
    .get();
  return (data[0] as EventDocument | undefined) ?? null;
}

/** Whose picture the platform's finding is about. */
export async function memberByTrace(trace: string): Promise<MemberDocument | null> {
  const { data } = await filtered('members', { 'avatar.trace': trace }).limit(1).get();
  return (data[0] as MemberDocument | undefined) ?? null;
}

/** Each of these changes what was looked at, or nothing: null or false where it has been changed or settled since. */

export function settleName(
  { _id }: MemberDocument,
  seen: NameCheck,
  named: { name: string; check: NameCheck | null },
): Promise<MemberDocument | null> {
  const { state, at, text } = seen;
  return guardedUpdate<MemberDocument>(
    'members',
    { _id, 'check.state': state, 'check.at': at, 'check.text': text },
    nameFields(named),
  );
}

/** All sessions of a series at once. */
export async function settleWords(
  event: EventDocument,
  { state, at }: Check,
  next: Check | null,
): Promise<boolean> {
  const { _id, studioId } = event;
  const seriesId = seriesOf(event);
  const { updated = 0 } = (await filtered('events', {
    ...(seriesId === null ? { _id } : { studioId, seriesId }),
    state: 'held',
    'check.state': state,
    'check.at': at,
  }).update(next ? { check: _.set(next) } : { state: 'open', check: _.remove() })) as { updated?: number };
  return updated > 0;
}

export function settleAvatar(
  { _id }: MemberDocument,
  { fileId, state, trace }: Avatar,
  next: Avatar,
): Promise<MemberDocument | null> {
  return guardedUpdate<MemberDocument>(
    'members',
    { _id, 'avatar.fileId': fileId, 'avatar.state': state, 'avatar.trace': trace },
    { avatar: _.set(next) },
  );
}
