import { preview } from '../../typings/contract/roster';
import { differencesOf } from '../domain/roster-sheet/differences';
import { rosterAsWritten } from '../platform/store/roster-journal';
import { erasedFrom } from '../platform/store/roster-erased';
import { importedFile } from '../platform/store/roster-files';
import { knownPerson } from '../platform/store/roster-secrets';
import { done, refuse, useCase } from '../platform/use-case';
import { readSheetFile } from './sheet-file';

/** Of each kind so many rows are told, the others are counted. */
const MOST_LISTED = 100;

/** 看一遍表：每一行是新的、有变化、没变化，还是不对。Writes nothing. */
export default useCase({
  action: 'roster.preview',
  schema: preview,
  admission: 'write',
  async run({ studioId, fileId }, { now }) {
    const file = await importedFile(studioId, fileId);
    if (!file) return refuse('not_found');
    const sheet = await readSheetFile(file, now);
    if (typeof sheet === 'string') return refuse(sheet);
    const known = (await rosterAsWritten(studioId)).map(knownPerson);
    const erased = await erasedFrom(studioId);
    const { fresh, changed, same, wrong } = differencesOf(sheet.people, known, erased.refuses);
    const allWrong = [...sheet.wrong, ...wrong].sort((a, b) => a.row - b.row);
    return done({
      digest: sheet.digest,
      counts: { fresh: fresh.length, changed: changed.length, same: same.length, wrong: allWrong.length },
      ignored: sheet.header.ignored.slice(0, MOST_LISTED),
      fresh: fresh.slice(0, MOST_LISTED).map(({ row, name }) => ({ row, name })),
      changed: changed.slice(0, MOST_LISTED).map(({ person, entry, fields }) => ({
        row: person.row,
        name: person.name,
        fields,
        was: fields.includes('name') ? entry.name : null,
      })),
      wrong: allWrong.slice(0, MOST_LISTED),
    });
  },
});
