import type { RosterEntryDocument } from './roster-entry';

/** 一批要写进花名册的人：先记在这里再写，半路断了，谁来都能写完。 */
export interface RosterBatch {
  at: number;
  /** The entries that the new ones take the place of, exactly as they were seen. */
  replaces: { entryId: string; rev: number }[];
  entries: RosterEntryDocument[];
}

/** 一个工作室一份：正在写的那一批。 */
export interface RosterJournalDocument {
  /** The studio. */
  _id: string;
  v: 1;
  /** Every step counts it up; whoever goes on names the one they know, so only one goes on. */
  version: number;
  /** Whose import is going on: another file waits. */
  holder: { fileId: string; at: number } | null;
  batch: RosterBatch | null;
}

/** 花名册的一份文件：导入的等着读，导出的等着取。Written before the file is there, so that none is forgotten. */
export interface RosterFileDocument {
  _id: string;
  v: 1;
  studioId: string;
  memberId: string;
  kind: 'import' | 'export';
  /** The storage's name for it; null until it is known. */
  cloudId: string | null;
  /** When it goes. */
  until: number;
  /** The import is over: how many rows stand in the roster. */
  finished: { total: number } | null;
}

/** 本人要求删除：什么也认不出来，只认得出再来的是不是这个人。 */
export interface RosterErasedDocument {
  /** Keyed hash of name and phone. */
  _id: string;
  v: 1;
  studioId: string;
  /** Keyed hash of the name alone, for rows without a phone. */
  nameKey: string;
  /** Keyed hash of the entry's id. */
  entryKey: string;
  at: number;
}
