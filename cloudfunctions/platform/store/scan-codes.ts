import type { RosterEntryDocument, ScanCode } from '../../../typings/documents/roster-entry';
import { MOST_WRONG } from '../../domain/scan-code';
import { lookUpKey } from '../secrets';
import { _ } from './database';
import { filtered, guardedUpdate } from './guarded';

/** What a code says, `<ref>.<secret>`, as the entry keeps it. */
export function readCode(code: string): { ref: string; hash: string } {
  const [ref = ''] = code.split('.', 1);
  return { ref, hash: lookUpKey('scan', code) };
}

/** Gives an entry that is tied to nobody a new code, in place of an old one; null where it is tied, locked or not there. */
export function putCode(
  studioId: string,
  entryId: string,
  code: ScanCode,
): Promise<RosterEntryDocument | null> {
  return guardedUpdate<RosterEntryDocument>(
    'rosterEntries',
    { _id: entryId, studioId, memberId: null, 'code.tries': _.neq(MOST_WRONG) },
    { code: _.set(code), rev: _.inc(1) },
  );
}

/** Binds a code to the first who uses it; for the same person it can be repeated. Null: wrong, too old, used by somebody else, locked. */
export function claimCode(
  { ref, hash }: Pick<ScanCode, 'ref' | 'hash'>,
  usedBy: string,
  now: number,
): Promise<RosterEntryDocument | null> {
  return guardedUpdate<RosterEntryDocument>(
    'rosterEntries',
    {
      'code.ref': ref,
      'code.hash': hash,
      'code.until': _.gt(now),
      'code.tries': _.lt(MOST_WRONG),
      'code.usedBy': _.in([null, usedBy]),
    },
    { 'code.usedBy': usedBy, rev: _.inc(1) },
  );
}

/** A wrong secret counts against the entry. Not a guarded update that returns: one trip whether it counts or not. */
export async function countWrong({ ref, hash }: Pick<ScanCode, 'ref' | 'hash'>): Promise<void> {
  await filtered('rosterEntries', {
    'code.ref': ref,
    'code.hash': _.neq(hash),
    'code.tries': _.lt(MOST_WRONG),
  }).update({ 'code.tries': _.inc(1), rev: _.inc(1) });
}

/** Whoever scanned it was not meant: the code is as it was. */
export async function freeCode(entryId: string, usedBy: string): Promise<void> {
  await filtered('rosterEntries', { _id: entryId, memberId: null, 'code.usedBy': usedBy }).update({
    'code.usedBy': null,
    rev: _.inc(1),
  });
}

/** Ties the entry to the account of whoever holds its code; null where the code was replaced meanwhile. */
export function tieScanned(
  { _id, studioId, standIn }: RosterEntryDocument,
  memberId: string,
  usedBy: string,
): Promise<RosterEntryDocument | null> {
  return guardedUpdate<RosterEntryDocument>(
    'rosterEntries',
    { _id, studioId, memberId: _.in([null, memberId]), 'code.usedBy': usedBy },
    { memberId, ...(standIn === memberId && { standIn: null }), rev: _.inc(1) },
  );
}

/** 解锁：the guessed code is gone with it. Null where the entry is not locked. */
export function unlockCode(studioId: string, entryId: string): Promise<RosterEntryDocument | null> {
  return guardedUpdate<RosterEntryDocument>(
    'rosterEntries',
    { _id: entryId, studioId, 'code.tries': MOST_WRONG },
    { code: null, rev: _.inc(1) },
  );
}
