import { sweep } from '../../typings/contract/roster';
import { removeFiles } from '../platform/files';
import { dropFiles, filesDue } from '../platform/store/roster-files';
import { abandonedJournals, settleJournal } from '../platform/store/roster-journal';
import { done, useCase } from '../platform/use-case';

/** The next run takes the rest. */
const MOST = 20;

/** 定时清扫：写完断在半路的一批，清掉到期的文件。 */
export default useCase({
  action: 'roster.sweep',
  schema: sweep,
  admission: 'timer',
  async run(_request, { now }) {
    const studios = await abandonedJournals(now, MOST);
    for (const studioId of studios) await settleJournal(studioId);
    const files = await filesDue(now, MOST);
    await removeFiles(files.flatMap(({ cloudId }) => (cloudId === null ? [] : [cloudId])));
    if (files.length > 0) await dropFiles(files.map(({ _id }) => _id));
    return done({ completed: studios.length, removed: files.length });
  },
});
