import { createHash } from 'node:crypto';
import type { ErrorCode } from '../../typings/contract';
import type { RosterFileDocument } from '../../typings/documents/roster-import';
import { type ReadSheet, readPeople } from '../domain/roster-sheet/people';
import { monthOf } from '../domain/calendar';
import { readFile } from '../platform/files';
import { studioById } from '../platform/store/studios';
import { UnreadableSheet } from './sheet/unzip';
import { readSheet } from './sheet/read';

const MOST_BYTES = 5 * 1024 * 1024;

export interface SheetFile extends ReadSheet {
  /** Names exactly these bytes. */
  digest: string;
}

/** 上传的表里写了谁；or why it cannot be read. */
export async function readSheetFile(
  { cloudId, studioId }: Pick<RosterFileDocument, 'cloudId' | 'studioId'>,
  now: number,
): Promise<SheetFile | ErrorCode> {
  const file = cloudId === null ? null : await readFile(cloudId, MOST_BYTES);
  if (file === null) return 'not_found';
  if (file === 'too_large') return 'sheet_too_large';
  const studio = await studioById.known(studioId, now);
  try {
    const read = readPeople(readSheet(file), studio?.grids ?? [], monthOf(now));
    if (!read) return 'no_name_column';
    return { ...read, digest: createHash('sha256').update(file).digest('hex') };
  } catch (error) {
    if (error instanceof UnreadableSheet) return error.code;
    throw error;
  }
}
