import { importSheet } from '../../typings/contract/roster';
import { differencesOf } from '../domain/roster-sheet/differences';
import { removeFiles } from '../platform/files';
import { wholeRoster } from '../platform/store/roster-book';
import { erasedFrom } from '../platform/store/roster-erased';
import { finishFile, importedFile } from '../platform/store/roster-files';
import { step, takeJournal } from '../platform/store/roster-journal';
import { knownPerson } from '../platform/store/roster-secrets';
import { done, refuse, useCase } from '../platform/use-case';
import { batchesOf } from './batches';
import { readSheetFile } from './sheet-file';
import { writeBatches } from './write-batches';

/**
 * 确认导入：重新读表、重新比对，一批一批写，写不完下次接着写。What is written is compared anew by each call, so repeating it, after a
 * crash too, completes it.
 */
export default useCase({
  action: 'roster.import',
  schema: importSheet,
  admission: 'write',
  audit: ({ fileId }) => ({
    record: /f_[0-9a-z]{24}/.exec(fileId)?.[0] ?? '',
    fields: ['name', 'gridId', 'phone', 'address', 'enlisted', 'discharged'],
  }),
  async run({ studioId, fileId, digest }, { now }) {
    const file = await importedFile(studioId, fileId);
    if (!file) return refuse('not_found');
    if (file.finished) return done(over(file.finished.total));
    const sheet = await readSheetFile(file, now);
    if (typeof sheet === 'string') {
      // Another call of the same tap may just have come to the end, and taken the file away.
      const ended = (await importedFile(studioId, fileId))?.finished;
      return ended ? done(over(ended.total)) : refuse(sheet);
    }
    if (sheet.digest !== digest) return refuse('file_changed');
    const version = await takeJournal(studioId, file._id, now);
    if (version === null) return refuse('busy');

    const entries = await wholeRoster(studioId);
    const erased = await erasedFrom(studioId);
    const { fresh, changed, same } = differencesOf(sheet.people, entries.map(knownPerson), erased.refuses);
    const total = fresh.length + changed.length + same.length;
    const batches = batchesOf(studioId, { fresh, changed }, entries, now);
    const written = await writeBatches({ studioId, fileId: file._id, version, now }, batches);
    if (!written.whole) return done({ done: same.length + written.count, total, finished: false });

    await finishFile(file._id, total);
    await step(studioId, written.version, null, null);
    await removeFiles([fileId]);
    return done(over(total));
  },
});

const over = (total: number) => ({ done: total, total, finished: true });
