import { list } from '../../typings/contract/audit';
import { auditLine, nextFrom, peopleIn } from '../domain/audit-view';
import { auditLines } from '../platform/store/audit';
import { membersAmong } from '../platform/store/personal-data';
import { done, useCase } from '../platform/use-case';

const PAGE = 20;

/** 谁做过什么。 */
export default useCase({
  action: 'members.audit',
  schema: list,
  admission: 'read',
  async run({ studioId, action, memberId, from }, { now }) {
    const start = from ?? { at: now, seen: 0 };
    const lines = await auditLines(studioId, { action, memberId, from: start }, PAGE);
    const ids = peopleIn(lines);
    const people = ids.length > 0 ? await membersAmong(ids) : [];
    const known = new Map(people.map((person) => [person._id, person]));
    return done({
      lines: lines.map((line) => auditLine(line, studioId, known)),
      next: lines.length < PAGE ? null : nextFrom(lines, start),
    });
  },
});
