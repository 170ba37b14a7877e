import { mobile } from '../../typings/contract/fields';
import { search } from '../../typings/contract/roster';
import type { StudioRole } from '../../typings/documents/common';
import { lookUpKey } from '../platform/secrets';
import { searchRoster, type Sought } from '../platform/store/roster-book';
import { done, useCase } from '../platform/use-case';

const PAGE = 20;

/** 在花名册里找人。 */
export default useCase({
  action: 'roster.search',
  schema: search,
  admission: 'read',
  async run({ studioId, text, gridId, after }, { role }) {
    const found = await searchRoster(studioId, soughtBy(text, role), { gridId, after }, PAGE);
    const last = found.at(-1);
    return done({
      entries: found.map((entry) => ({
        entryId: entry._id,
        name: entry.name,
        gridId: entry.gridId,
        tied: entry.memberId !== null,
      })),
      next: last && found.length === PAGE ? { initials: last.initials, entryId: last._id } : null,
    });
  },
});

/** 手机号、拼音首字母，或者名字里的字；by a number only staff find whose it is. */
function soughtBy(text: string, role: StudioRole): Sought {
  const typed = text.normalize('NFKC').replace(/\s/g, '');
  if (typed === '') return {};
  if (role === 'staff' && mobile.safeParse(typed).success) return { phoneKey: lookUpKey('phone', typed) };
  return /^[a-z0-9]+$/i.test(typed) ? { initials: typed.toLowerCase() } : { part: typed };
}
