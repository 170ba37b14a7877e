import type { Request, Response, RosterPlace, SheetPreview } from '../../typings/contract';
import type { Outcome } from './cloud';
import { call, uploadFile } from './cloud';
import { fetchFile } from './files';
import { currentStudio, noteChange } from './session';

/** 在花名册里找人，一页一页 */
export const searchRoster = (text: string, gridId: string | null, after: RosterPlace | null) =>
  call('roster.search', { studioId: currentStudio(), text, gridId, after });

/** 花名册上的一位 */
export const readEntry = (entryId: string) => call('roster.entry', { studioId: currentStudio(), entryId });

/** 添一位，或者改一位 */
export async function saveEntry(person: Omit<Request<'roster.save'>, 'studioId'>) {
  const outcome = await call('roster.save', { studioId: currentStudio(), ...person });
  noteChange();
  return outcome;
}

/** 本人要求删除。「没有找到」就是已经删了：the answer to an earlier call of the same tap may have been lost. */
export async function eraseEntry(entryId: string) {
  const outcome = await call('roster.erase', { studioId: currentStudio(), entryId });
  noteChange();
  const gone = !outcome.ok && outcome.code === 'not_found';
  return gone ? { ok: true as const, data: { erased: true } } : outcome;
}

/** 看过的一份表 */
export interface SeenSheet extends SheetPreview {
  fileId: string;
}

/** 把表传上去，看一遍，什么也不写。 */
export async function lookAtSheet(filePath: string): Promise<Outcome<SeenSheet>> {
  const place = await call('roster.upload', { studioId: currentStudio() });
  if (!place.ok) return place;
  const brought = await uploadFile(place.data.path, filePath);
  if (!brought.ok) return brought;
  const fileId = brought.data;
  const seen = await call('roster.preview', { studioId: currentStudio(), fileId });
  return seen.ok ? { ok: true, data: { ...seen.data, fileId } } : seen;
}

type Progress = Response<'roster.import'>;

/** However large a roster is, fewer calls write it. */
const MOST_CALLS = 100;

/** 确认导入，写到写完为止；a repeat goes on where an earlier one ended. */
export async function importSheet(
  { fileId, digest }: Pick<SeenSheet, 'fileId' | 'digest'>,
  tell: (progress: Progress) => void,
): Promise<Outcome<Progress>> {
  let outcome: Outcome<Progress> = { ok: false, code: 'unavailable' };
  for (let calls = 0; calls < MOST_CALLS; calls++) {
    outcome = await call('roster.import', { studioId: currentStudio(), fileId, digest });
    noteChange();
    if (!outcome.ok || outcome.data.finished) return outcome;
    tell(outcome.data);
  }
  return { ok: false, code: 'unavailable' };
}

const EXPORTED = 'roster.xlsx';

/** 导出成表格，放在这台手机上。 */
export async function exportRoster(): Promise<Outcome<{ filePath: string; count: number }>> {
  const made = await call('roster.export', { studioId: currentStudio() });
  if (!made.ok) return made;
  const filePath = await fetchFile(made.data.url, EXPORTED);
  return filePath === null
    ? { ok: false, code: 'network' }
    : { ok: true, data: { filePath, count: made.data.count } };
}
