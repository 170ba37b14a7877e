import type { RosterEntryDocument } from '../../typings/documents/roster-entry';
import type { RosterBatch } from '../../typings/documents/roster-import';
import type { Change, Differences } from '../domain/roster-sheet/differences';
import { entryIdFor } from '../platform/ids';
import { knownPerson, sealedContact } from '../platform/store/roster-secrets';
import { initialsOf } from './initials';
import { newEntry } from './new-entry';

/** Some 300 KB of documents. */
const SIZE = 400;

/** 要写的人，一批一批：先是改的，再是新的。 */
export function batchesOf(
  studioId: string,
  { fresh, changed }: Pick<Differences, 'fresh' | 'changed'>,
  entries: RosterEntryDocument[],
  now: number,
): RosterBatch[] {
  const byId = new Map(entries.map((entry) => [entry._id, entry]));
  const replaced = changed.flatMap((change) => {
    const entry = byId.get(change.entry.entryId);
    return entry ? [{ seen: entry, entry: changedEntry(entry, change) }] : [];
  });
  const taken = new Set(byId.keys());
  const added = fresh.map((person) => {
    const { name, phone, gridId } = person;
    // Phones come first, as in the comparison: two rows of one person never get here.
    const id = entryIdFor(studioId, phone === null ? [name, gridId ?? ''] : [name, phone], taken);
    taken.add(id);
    return { seen: null, entry: newEntry(studioId, person, id) };
  });
  const all = [...replaced, ...added];
  const batches: RosterBatch[] = [];
  for (let from = 0; from < all.length; from += SIZE) {
    const part = all.slice(from, from + SIZE);
    batches.push({
      at: now,
      replaces: part.flatMap(({ seen }) => (seen ? [{ entryId: seen._id, rev: seen.rev }] : [])),
      entries: part.map(({ entry }) => entry),
    });
  }
  return batches;
}

/** The entry with what the sheet says otherwise; who is tied to it, and everything else, stays. */
function changedEntry(entry: RosterEntryDocument, { person, fields }: Change): RosterEntryDocument {
  const known = knownPerson(entry);
  const said = Object.fromEntries(fields.map((field) => [field, person[field]]));
  const now = { ...known, ...said };
  return {
    ...entry,
    name: now.name,
    initials: fields.includes('name') ? initialsOf(now.name) : entry.initials,
    gridId: now.gridId ?? '',
    enlisted: now.enlisted,
    discharged: now.discharged,
    ...sealedContact(entry._id, now),
    rev: entry.rev + 1,
  };
}
