import type { RosterEntryDocument } from '../../../typings/documents/roster-entry';
import type { RosterBatch, RosterJournalDocument } from '../../../typings/documents/roster-import';
import { _, collection } from './database';
import { defined, filtered, isDuplicate } from './guarded';
import { wholeRoster } from './roster-book';

/**
 * 花名册的导入日志：一个工作室一份。A batch is noted here, then the old entries go, then the new ones come; whoever finds a batch
 * completes it, as often as they like. Each step names the version it follows, so only one goes on.
 */

/** An import that has not been heard of for so long is over. */
const ABANDONED_AFTER = 60_000;
const ROUNDS = 5;

export async function journalOf(studioId: string): Promise<RosterJournalDocument | null> {
  const { data } = await filtered('rosterJournal', { _id: studioId }).limit(1).get();
  return (data[0] as RosterJournalDocument | undefined) ?? null;
}

/** Takes the journal for the import of this file; its version, or null while another file is being imported. */
export async function takeJournal(studioId: string, fileId: string, now: number): Promise<number | null> {
  for (let round = 0; round < ROUNDS; round++) {
    const journal = (await journalOf(studioId)) ?? (await newJournal(studioId));
    const { holder, version } = journal;
    if (holder && holder.fileId !== fileId && now - holder.at < ABANDONED_AFTER) return null;
    if (journal.batch) await writeBatch(studioId, journal.batch);
    if (await step(studioId, version, { fileId, at: now }, null)) return version + 1;
  }
  return null;
}

/** Completes what was left half-way. */
export async function settleJournal(studioId: string): Promise<void> {
  for (let round = 0; round < ROUNDS; round++) {
    const journal = await journalOf(studioId);
    if (!journal?.batch) return;
    await writeBatch(studioId, journal.batch);
    if (await step(studioId, journal.version, journal.holder, null)) return;
  }
  throw new Error('the journal is taken again and again');
}

/**
 * Does something that no import may undo: while no batch is under way, and what an import has compared before is compared anew.
 * `work` may be done more than once.
 */
export async function besidesImports(studioId: string, work: () => Promise<void>): Promise<void> {
  for (let round = 0; round < ROUNDS; round++) {
    const { version, batch, holder } = (await journalOf(studioId)) ?? (await newJournal(studioId));
    if (batch) await writeBatch(studioId, batch);
    await work();
    if (await step(studioId, version, holder, null)) return;
  }
  throw new Error('the journal is taken again and again');
}

/** Goes on from `version`: to a batch, or to none. False where somebody else has gone on. */
export async function step(
  studioId: string,
  version: number,
  holder: RosterJournalDocument['holder'],
  batch: RosterBatch | null,
): Promise<boolean> {
  const change = { version: version + 1, holder: _.set(holder), batch: _.set(batch) };
  defined(change, 'journal');
  const { updated } = (await filtered('rosterJournal', { _id: studioId, version }).update(change)) as {
    updated?: number;
  };
  return Boolean(updated);
}

async function newJournal(_id: string): Promise<RosterJournalDocument> {
  const journal: RosterJournalDocument = { _id, v: 1, version: 0, holder: null, batch: null };
  try {
    await collection('rosterJournal').add(journal);
  } catch (error) {
    if (!isDuplicate(error)) throw error;
  }
  return journal;
}

/** The whole roster; an entry that is just being replaced stands in it as it will be. */
export async function rosterAsWritten(studioId: string): Promise<RosterEntryDocument[]> {
  const coming = (await journalOf(studioId))?.batch?.entries ?? [];
  const entries = await wholeRoster(studioId);
  const present = new Set(entries.map(({ _id }) => _id));
  return [...entries, ...coming.filter(({ _id }) => !present.has(_id))];
}

/** True when every entry was as the batch had seen it. Repeating it changes nothing. */
export async function writeBatch(studioId: string, { replaces, entries }: RosterBatch): Promise<boolean> {
  const removed = replaces.length === 0 ? 0 : await removeSeen(studioId, replaces);
  const inserted = await insertMissing(entries);
  return inserted && removed === replaces.length;
}

async function removeSeen(studioId: string, replaces: RosterBatch['replaces']): Promise<number> {
  const revs = [...new Set(replaces.map(({ rev }) => rev))];
  const idsAt = (at: number) => replaces.filter(({ rev }) => rev === at).map(({ entryId }) => entryId);
  const query = _.or(revs.map((rev) => ({ _id: _.in(idsAt(rev)), studioId, rev })));
  const { deleted } = (await collection('rosterEntries').where(query).remove()) as { deleted?: number };
  return deleted ?? 0;
}

/** True when none of them was there. What an insert stops at is found out, and the rest goes in. */
async function insertMissing(entries: RosterEntryDocument[]): Promise<boolean> {
  defined(entries, 'entries');
  let missing = entries;
  for (let round = 0; round < ROUNDS && missing.length > 0; round++) {
    try {
      await collection('rosterEntries').add(missing);
      return round === 0;
    } catch (error) {
      if (!isDuplicate(error)) throw error;
    }
    const { data } = await filtered('rosterEntries', { _id: _.in(missing.map(({ _id }) => _id)) })
      .field({ _id: true })
      .limit(1000)
      .get();
    const present = new Set((data as { _id: string }[]).map(({ _id }) => _id));
    missing = missing.filter(({ _id }) => !present.has(_id));
  }
  if (missing.length > 0) throw new Error('others keep writing the same entries');
  return false;
}

/** Studios with a batch that nobody has completed for a while. */
export async function abandonedJournals(now: number, most: number): Promise<string[]> {
  const { data } = await filtered('rosterJournal', { 'batch.at': _.lt(now - ABANDONED_AFTER) })
    .field({ _id: true })
    .limit(most)
    .get();
  return (data as { _id: string }[]).map(({ _id }) => _id);
}
