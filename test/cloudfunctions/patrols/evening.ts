import type { ShiftDocument } from '../../../typings/documents/event';
import type { MemberDocument } from '../../../typings/documents/member';
import {
  aMember,
  aShift,
  aStudio,
  eventIdOf,
  memberIdOf,
  openidOf,
  requestIdOf,
  STUDIO,
} from '../../support/makers';
import { stored } from '../../support/stored';
import { type RunningStudio, startStudio } from '../../support/studio';

/** 北京时间 18:00；今晚的巡逻一小时后开始，河道清理和它重叠，再晚一班和它前后相接。 */
export const NOW = Date.parse('2026-11-23T10:00:00Z');
export const HOUR = 3_600_000;
export const TONIGHT = NOW + HOUR;
export const nine = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'];
const STARTS: Record<string, number> = { patrol: TONIGHT, river: TONIGHT + HOUR, later: TONIGHT + 2 * HOUR };

/** An evening with three shifts, a squad leader, a clerk and nine veterans; anew before each test. */
export function anEvening() {
  let running: RunningStudio;
  const studio = () => running;

  beforeAll(async () => {
    running = await startStudio({ now: NOW });
  });
  afterAll(() => running.close());
  beforeEach(async () => {
    await running.reset();
    await running.setClock(NOW);
    await load(
      aStudio(),
      ...nine.map((label) => aMember(label)),
      aMember('leader', { role: 'squadLeader' }),
      aMember('clerk', { role: 'staff' }),
      aShift('patrol', { startsAt: TONIGHT }),
      aShift('river', { startsAt: TONIGHT + HOUR, title: '河道清理' }),
      aShift('later', { startsAt: TONIGHT + 2 * HOUR }),
    );
  });

  const load = (...docs: Parameters<typeof stored>) => running.load(stored(...docs));
  const join = (label: string, shift = 'patrol', fields: object = {}) => {
    const startsAt = STARTS[shift] ?? TONIGHT;
    return running.call(openidOf(label), 'patrols.join', {
      requestId: requestIdOf(`${label}${shift}`),
      studioId: STUDIO,
      shiftId: eventIdOf(shift),
      post: 'member',
      startsAt,
      endsAt: startsAt + 2 * HOUR,
      ...fields,
    });
  };
  const leave = (label: string, fields: object = {}) =>
    running.call(openidOf(label), 'patrols.leave', {
      studioId: STUDIO,
      shiftId: eventIdOf('patrol'),
      post: 'member',
      ...fields,
    });
  const shiftNow = async (shift = 'patrol') =>
    (await running.document<ShiftDocument>('events', eventIdOf(shift)))!;
  const memberNow = async (label: string) =>
    (await running.document<MemberDocument>('members', memberIdOf(label)))!;
  const names = async (shift = 'patrol') =>
    (await shiftNow(shift)).roster.filter(({ leftAt }) => leftAt === null).map(({ name }) => name);
  return { studio, load, join, leave, shiftNow, memberNow, names };
}
