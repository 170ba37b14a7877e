import type { RosterEntryDocument } from '../../typings/documents/roster-entry';
import type { RosterBatch } from '../../typings/documents/roster-import';
import { stopwatch } from '../platform/clock';
import { removeEntries } from '../platform/store/roster-book';
import { untieEntries } from '../platform/store/roster-entries';
import { erasedFrom } from '../platform/store/roster-erased';
import { step, writeBatch } from '../platform/store/roster-journal';
import { goneFrom } from '../platform/store/memberships';

/** The phone waits 15 s for an answer, and the platform ends a call after 20 s. */
const WORK_FOR = 8_000;

interface Import {
  studioId: string;
  fileId: string;
  version: number;
  now: number;
}

interface Written {
  /** Everything went in as it was compared; otherwise the next call compares anew. */
  whole: boolean;
  count: number;
  version: number;
}

/** 一批接一批：记下这一批，换掉旧的，放进新的；到时候就停，或者别人接了手。 */
export async function writeBatches(
  { studioId, fileId, version, now }: Import,
  batches: RosterBatch[],
): Promise<Written> {
  const elapsed = stopwatch();
  const holder = { fileId, at: now };
  let whole = true;
  let count = 0;
  let current = version;
  for (const [index, batch] of batches.entries()) {
    if (elapsed() > WORK_FOR) {
      whole = false;
      break;
    }
    if (!(await step(studioId, current, holder, batch))) return lost(studioId, batches[index - 1], count);
    current += 1;
    whole = (await writeBatch(studioId, batch)) && whole;
    await untieGone(studioId, batch.entries);
    count += batch.entries.length;
  }
  if (whole) return { whole, count, version: current };
  if (!(await step(studioId, current, holder, null))) return lost(studioId, batches.at(-1), count);
  return { whole, count, version: current + 1 };
}

/**
 * Somebody else completed the last batch, and from then on it could be changed: who was erased meanwhile must not come back by a
 * write of this call that was under way.
 */
async function lost(studioId: string, last: RosterBatch | undefined, count: number): Promise<Written> {
  const erased = last && (await erasedFrom(studioId));
  const back = last?.entries.map(({ _id }) => _id).filter((entryId) => erased?.had(entryId)) ?? [];
  if (back.length > 0) await removeEntries(studioId, back);
  return { whole: false, count, version: -1 };
}

/** Whoever left the studio while their entry was being replaced is not tied to it any more. */
async function untieGone(studioId: string, entries: RosterEntryDocument[]): Promise<void> {
  const tied = entries.flatMap(({ memberId, asking }) => [
    ...(memberId === null ? [] : [memberId]),
    ...asking.map((person) => person.memberId),
  ]);
  for (const memberId of await goneFrom(studioId, tied)) await untieEntries(studioId, memberId);
}
