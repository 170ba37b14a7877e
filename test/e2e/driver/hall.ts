import type { SessionDocument } from '../../../typings/documents/event';
import { aMember, aStudio, eventIdOf, STUDIO } from '../../support/makers';
import { stored } from '../../support/stored';
import { layTable, type Table } from './table';

/** 北京时间 2026 年 11 月 23 日 18:00，周一。 */
export const NOW = Date.parse('2026-11-23T10:00:00Z');
export const SATURDAY = Date.parse('2026-11-28T09:00:00+08:00');
export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
export const talk = eventIdOf('talk');
export const detail = `/pages/activity-detail/index?sessionId=${talk}`;
export const seats = (headCount: number) => [
  {
    ...{ code: 'seat', title: '座位', headCount },
    roles: ['member' as const, 'squadLeader' as const, 'staff' as const],
  },
];

const claim = {
  ...{ studioId: STUDIO, ref: talk, post: 'seat', at: NOW - HOUR },
  ...{ from: SATURDAY, to: SATURDAY + 2 * HOUR },
};

/** 一张桌子上的村：王样国的星期六留给了宣讲。 */
export class Hall {
  private constructor(readonly table: Table) {}

  static lay = async (): Promise<Hall> => new Hall(await layTable(NOW, []));

  async reset(): Promise<void> {
    await this.table.studio.reset();
    await this.load(
      aStudio(),
      aMember('zhou', { name: '周样明' }),
      aMember('chen', { name: '陈样国' }),
      aMember('wang', { name: '王样国', claims: [claim] }),
      aMember('leader', { name: '李样班', role: 'squadLeader' }),
      aMember('clerk', { name: '施样芳', role: 'staff' }),
    );
  }

  load = (...docs: Parameters<typeof stored>) => this.table.studio.load(stored(...docs));

  async talk(): Promise<SessionDocument> {
    const session = await this.table.studio.document<SessionDocument>('events', talk);
    if (!session) throw new Error('the talk is not there');
    return session;
  }

  /** Who is signed up, with how many seats. */
  async present() {
    const { roster } = await this.talk();
    return roster.filter(({ leftAt }) => leftAt === null).map(({ name, seats: taken }) => [name, taken]);
  }
}
