import type { RosterPlace } from '../../../typings/contract';
import type { RosterEntryDocument } from '../../../typings/documents/roster-entry';
import { _, collection, pattern } from './database';
import { defined, filtered, guardedUpdate, isDuplicate } from './guarded';

/** One answer of the database is 1 MB at most; an entry with ten who ask has 2 KB. */
const PAGE = 500;

/** 花名册的全部，按编号。 */
export async function wholeRoster(studioId: string): Promise<RosterEntryDocument[]> {
  const entries: RosterEntryDocument[] = [];
  for (;;) {
    const after = entries.at(-1)?._id ?? '';
    const { data } = await filtered('rosterEntries', { studioId, _id: _.gt(after) })
      .orderBy('_id', 'asc')
      .limit(PAGE)
      .get();
    entries.push(...(data as RosterEntryDocument[]));
    if (data.length < PAGE) return entries;
  }
}

/** What to look for: at most one of the three. */
export interface Sought {
  phoneKey?: string;
  /** Begin so. */
  initials?: string;
  /** Stands in the name. */
  part?: string;
}

/** Above every letter and digit. */
const END = '{';

/** 按拼音排的一页，`after` 以后的。 */
export async function searchRoster(
  studioId: string,
  { phoneKey, initials = '', part }: Sought,
  { gridId, after }: { gridId: string | null; after: RosterPlace | null },
  most: number,
): Promise<RosterEntryDocument[]> {
  const from = after?.initials ?? initials;
  const guard = {
    studioId,
    ...(gridId !== null && { gridId }),
    ...(phoneKey !== undefined && { phoneKey }),
    ...(part !== undefined && { name: pattern(part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')) }),
    initials: initials ? _.and(_.gte(from), _.lt(initials + END)) : _.gte(from),
  };
  defined(guard, 'guard');
  const seen = after && _.nor([{ initials: after.initials, _id: _.lte(after.entryId) }]);
  const { data } = await collection('rosterEntries')
    .where(seen ? _.and([guard, seen]) : guard)
    .field({ name: true, gridId: true, initials: true, memberId: true })
    .orderBy('initials', 'asc')
    .orderBy('_id', 'asc')
    .limit(most)
    .get();
  return data as RosterEntryDocument[];
}

/** Changes the entry as it was seen; null where it has changed since. */
export function changeEntry(
  studioId: string,
  entryId: string,
  rev: number,
  { phone, address, ...plain }: Partial<RosterEntryDocument>,
): Promise<RosterEntryDocument | null> {
  return guardedUpdate<RosterEntryDocument>(
    'rosterEntries',
    { _id: entryId, studioId, rev },
    {
      ...plain,
      ...(phone !== undefined && { phone: _.set(phone) }),
      ...(address !== undefined && { address: _.set(address) }),
      rev: _.inc(1),
    },
  );
}

/** Inserting the same id again changes nothing; false where it was there. */
export async function insertEntry(entry: RosterEntryDocument): Promise<boolean> {
  defined(entry, 'entry');
  try {
    await collection('rosterEntries').add(entry);
    return true;
  } catch (error) {
    if (isDuplicate(error)) return false;
    throw error;
  }
}

export async function removeEntries(studioId: string, entryIds: string[]): Promise<void> {
  await filtered('rosterEntries', { _id: _.in(entryIds), studioId }).remove();
}
