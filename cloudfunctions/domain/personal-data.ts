import type { AuditDocument } from '../../typings/documents/audit';
import type { Sealed } from '../../typings/documents/common';
import type { ErasureDocument } from '../../typings/documents/erasure';
import type { EventDocument } from '../../typings/documents/event';
import type { MemberDocument } from '../../typings/documents/member';
import type { RosterEntryDocument } from '../../typings/documents/roster-entry';
import type {
  RosterErasedDocument,
  RosterFileDocument,
  RosterJournalDocument,
} from '../../typings/documents/roster-import';
import type { StudioDocument } from '../../typings/documents/studio';
import type { TownDocument } from '../../typings/documents/town';
import type { TriesDocument } from '../../typings/documents/tries';

/**
 * What a text says of a person, and what deleting an account does to it.
 * - `person` tells who somebody is: gone within the call.
 * - `station` is a record that the station keeps of its own: it loses its tie to the account, and is erased on request.
 * - `id` is a random id: without the member document it leads nowhere.
 * - `hash` is a keyed hash: nobody without the key can try texts out.
 * - `plain` says nothing of a person.
 */
type Holding = 'person' | 'station' | 'id' | 'hash' | 'plain';

type Join<Key extends string, Rest extends string> = Rest extends '' ? Key : `${Key}.${Rest}`;
/** Paths of all texts in a document, lists and records passed through; a sealed text is one. */
type Texts<T> = T extends string | Sealed
  ? ''
  : T extends readonly (infer Item)[]
    ? Texts<Item>
    : string extends keyof T
      ? Texts<T[keyof T]>
      : T extends object
        ? { [Key in keyof T & string]: Join<Key, Texts<T[Key]>> }[keyof T & string]
        : never;
type Rows<T> = Record<Texts<T>, Holding>;

/** 个人信息存在哪里：这张表是全部。A text without a row does not compile. */
export const PERSONAL_DATA = {
  studios: {
    _id: 'plain',
    townId: 'plain',
    name: 'plain',
    'station.address': 'plain',
    'station.phone': 'plain',
    'grids.gridId': 'plain',
    'grids.name': 'plain',
    'grids.lanes': 'plain',
    'grids.leader': 'station',
    staff: 'id',
  } satisfies Rows<StudioDocument>,
  towns: {
    _id: 'plain',
    name: 'plain',
    supervisors: 'id',
    'invite.hash': 'hash',
    'invite.usedBy': 'id',
  } satisfies Rows<TownDocument>,
  members: {
    _id: 'id',
    openid: 'person',
    name: 'person',
    phone: 'person',
    'check.state': 'person',
    'check.reason': 'person',
    'check.text': 'person',
    'avatar.fileId': 'person',
    'avatar.state': 'person',
    'avatar.trace': 'person',
    'avatar.reason': 'person',
    files: 'person',
    'merged.into': 'id',
    supervises: 'person',
    'studios.studioId': 'person',
    'studios.role': 'person',
    'studios.asking': 'person',
    'claims.studioId': 'person',
    'claims.ref': 'person',
    'claims.post': 'person',
    'claims.of': 'person',
  } satisfies Rows<MemberDocument>,
  rosterEntries: {
    _id: 'id',
    studioId: 'plain',
    name: 'station',
    gridId: 'station',
    phone: 'station',
    phoneKey: 'hash',
    address: 'station',
    initials: 'station',
    enlisted: 'station',
    discharged: 'station',
    'code.ref': 'id',
    'code.hash': 'hash',
    'code.usedBy': 'hash',
    memberId: 'id',
    standIn: 'id',
    'asking.memberId': 'id',
    'asking.name': 'person',
    'asking.by': 'plain',
  } satisfies Rows<RosterEntryDocument>,
  /** Its batch holds entries as they stand in `rosterEntries`, and is gone within a minute, or by the sweep. */
  rosterJournal: { _id: 'plain', 'holder.fileId': 'id' } satisfies Rows<Omit<RosterJournalDocument, 'batch'>>,
  rosterFiles: {
    _id: 'id',
    studioId: 'plain',
    memberId: 'id',
    kind: 'plain',
    cloudId: 'id',
  } satisfies Rows<RosterFileDocument>,
  rosterErased: {
    _id: 'hash',
    studioId: 'plain',
    nameKey: 'hash',
    entryKey: 'hash',
  } satisfies Rows<RosterErasedDocument>,
  events: {
    _id: 'plain',
    studioId: 'plain',
    kind: 'plain',
    title: 'plain',
    pillar: 'plain',
    place: 'plain',
    state: 'plain',
    'check.state': 'plain',
    'check.reason': 'plain',
    work: 'plain',
    activity: 'plain',
    summary: 'plain',
    bring: 'plain',
    'grid.gridId': 'plain',
    'grid.name': 'plain',
    'posts.code': 'plain',
    'posts.title': 'plain',
    'posts.roles': 'plain',
    'roster.entryId': 'id',
    'roster.memberId': 'id',
    'roster.name': 'person',
    'roster.post': 'plain',
    'roster.by': 'id',
    'roster.removedBy': 'id',
    'roster.youth': 'person',
    'roster.answers': 'person',
    'roster.arrival.kind': 'plain',
    'roster.arrival.by': 'id',
    'notices.noticeId': 'id',
    'notices.cause': 'plain',
    'notices.memberId': 'id',
    'notices.post': 'plain',
    'notices.removed': 'id',
    'notices.released.entryId': 'id',
    'notices.entryId': 'id',
    'notices.state': 'plain',
    'notices.outcomes.memberId': 'id',
    'notices.outcomes.name': 'person',
    'notices.outcomes.outcome': 'plain',
    seriesId: 'plain',
    'more.sessionId': 'plain',
    'cover.fileId': 'plain',
    'cover.state': 'plain',
    audience: 'plain',
    'questions.questionId': 'plain',
    'questions.text': 'plain',
    'questions.options': 'plain',
    'desks.deskId': 'plain',
    'desks.title': 'plain',
    'bookings.deskId': 'plain',
    'bookings.memberId': 'id',
    'bookings.name': 'person',
    'changes.what': 'plain',
    cancelledFor: 'plain',
    createdBy: 'id',
  } satisfies Rows<EventDocument>,
  audit: {
    _id: 'id',
    studioId: 'plain',
    memberId: 'id',
    role: 'plain',
    action: 'plain',
    record: 'id',
    fields: 'plain',
    outcome: 'plain',
  } satisfies Rows<AuditDocument>,
  erasures: { _id: 'id', kind: 'plain' } satisfies Rows<ErasureDocument>,
  tries: { _id: 'hash' } satisfies Rows<TriesDocument>,
};

export type CollectionName = keyof typeof PERSONAL_DATA;
