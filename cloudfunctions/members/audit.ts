import { list } from '../../typings/contract/audit';
import { auditLines } from '../platform/store/audit';
import { done, useCase } from '../platform/use-case';

const PAGE = 50;

/** 谁做过什么。 */
export default useCase({
  action: 'members.audit',
  schema: list,
  admission: 'read',
  async run({ studioId, action, memberId, before }, { now }) {
    const lines = await auditLines(studioId, { action, memberId, before: before ?? now + 1 }, PAGE);
    return done({ lines, next: lines.length < PAGE ? null : (lines.at(-1)?.at ?? null) });
  },
});
