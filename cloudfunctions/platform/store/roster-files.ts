import type { RosterFileDocument } from '../../../typings/documents/roster-import';
import { _, collection } from './database';
import { defined, filtered } from './guarded';

export async function noteFile(file: RosterFileDocument): Promise<void> {
  defined(file, 'file');
  await collection('rosterFiles').add(file);
}

/** A file of this studio that is still to be imported, or was. */
export async function importedFile(studioId: string, cloudId: string): Promise<RosterFileDocument | null> {
  const _id = /f_[0-9a-z]{24}/.exec(cloudId)?.[0] ?? '';
  const { data } = await filtered('rosterFiles', { _id, studioId, cloudId, kind: 'import' }).limit(1).get();
  return (data[0] as RosterFileDocument | undefined) ?? null;
}

export async function finishFile(fileId: string, total: number): Promise<void> {
  await filtered('rosterFiles', { _id: fileId }).update({ finished: _.set({ total }) });
}

export async function filesDue(now: number, most: number): Promise<RosterFileDocument[]> {
  const { data } = await filtered('rosterFiles', { until: _.lt(now) })
    .limit(most)
    .get();
  return data as RosterFileDocument[];
}

export async function dropFiles(fileIds: string[]): Promise<void> {
  await filtered('rosterFiles', { _id: _.in(fileIds) }).remove();
}
