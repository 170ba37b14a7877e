import type { ErasureDocument } from '../../typings/documents/erasure';
import { eraseTraces } from '../platform/erase-traces';
import { erasuresAfter } from '../platform/store/erasures';
import { membersAmong } from '../platform/store/personal-data';
import { removeErasedEntries } from '../platform/store/roster-entries';
import { forgetMember } from './forget-member';

const PAGE = 100;
/** Far below what the function's time-out allows. */
const MOST = 20;

/**
 * 照登记再删一遍：恢复了旧备份，或者删到一半断了，登记里的人都不会回来。`more` tells that the next run has to go on.
 */
export async function replayErasures(now: number): Promise<{ forgotten: number; more: boolean }> {
  let forgotten = 0;
  let after = '';
  for (;;) {
    const page = await erasuresAfter(after, PAGE);
    forgotten += await again(page, MOST - forgotten, now);
    after = page.at(-1)?._id ?? '';
    if (page.length < PAGE || forgotten >= MOST) return { forgotten, more: forgotten >= MOST };
  }
}

/** How many of these people had come back. */
async function again(erasures: ErasureDocument[], most: number, now: number): Promise<number> {
  const idsOf = (kind: ErasureDocument['kind']) =>
    erasures.filter((erasure) => erasure.kind === kind).map(({ _id }) => _id);
  const memberIds = idsOf('member');
  const back = (await membersAmong(memberIds)).slice(0, most);
  for (const member of back) await forgetMember(member, now, { again: true });
  await eraseTraces(memberIds, now);
  if (idsOf('entry').length > 0) await removeErasedEntries(idsOf('entry'));
  return back.length;
}
