import type { AuditLine } from '../../typings/contract/audit';
import type { AuditDocument } from '../../typings/documents/audit';
import type { MemberDocument } from '../../typings/documents/member';

type Known = Pick<MemberDocument, '_id' | 'name' | 'studios'>;

/** Everybody whom these lines are by or about. */
export function peopleIn(lines: AuditDocument[]): string[] {
  const ids = lines.flatMap(({ memberId, record }) => [memberId, record]);
  return [...new Set(ids.filter((id) => id?.startsWith('m_')))] as string[];
}

/** 一条记录怎么给工作人员看：people of other studios stay unnamed. */
export function auditLine(line: AuditDocument, studioId: string, people: Map<string, Known>): AuditLine {
  const { at, memberId, role, action, fields, outcome, record } = line;
  const nameOf = (id: string | null) => {
    const person = people.get(id ?? '');
    return person?.studios.some((studio) => studio.studioId === studioId) ? person.name : null;
  };
  const known = memberId !== null && people.has(memberId);
  const name = nameOf(memberId);
  const standing = memberId === null ? 'nobody' : name !== null ? 'here' : known ? 'away' : 'gone';
  return { at, memberId, name, standing, role, action, about: nameOf(record), fields, outcome };
}

/** Where the next page begins: behind the last line, and behind those of the same moment that were shown already. */
export function nextFrom(
  lines: AuditDocument[],
  from: { at: number; seen: number },
): { at: number; seen: number } {
  const at = lines.at(-1)?.at ?? from.at;
  const shown = lines.filter((line) => line.at === at).length;
  return { at, seen: at === from.at ? from.seen + shown : shown };
}
