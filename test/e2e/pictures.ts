import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Stored } from '../../local/sample/stored';
import { aMember, anEntry, aSession, aShift, aStudio, eventIdOf, openidOf, STUDIO } from '../support/makers';
import { templates } from '../../cloudfunctions/console.json';
import { stored } from '../support/stored';
import type { Holding } from './driver/single-phone';
import { layTable, type Table } from './driver/table';

/** Draws the README's pictures from the real screens: `npm run pictures [folder]`. */

/** 北京时间 2026 年 11 月 23 日 16:00，周一。 */
const NOW = Date.parse('2026-11-23T08:00:00Z');
const HOUR = 3_600_000;
const TONIGHT = NOW + 3 * HOUR;
const patrol = eventIdOf('patrol');
const detail = `/pages/shift-detail/index?shiftId=${patrol}`;
const LARGEST = { fontScale: 1.4, elder: true };

const PEOPLE = ['陈样国', '施样静', '黄样福', '沈样平', '陆样强', '顾样林', '倪样华', '周样明'];
const entries = PEOPLE.map((name, index) => anEntry(`p${index}`, { name }));
const claim = {
  studioId: STUDIO,
  ref: patrol,
  from: TONIGHT,
  to: TONIGHT + 2 * HOUR,
  post: 'member',
  at: NOW - HOUR,
};

function village(): Stored[] {
  return stored(
    aStudio(),
    ...PEOPLE.map((name, index) => aMember(`p${index}`, { name, claims: [claim] })),
    aMember('wang', { name: '王样班' }),
    aMember('clerk', { name: '施样芳', role: 'staff' }),
    aShift('patrol', { startsAt: TONIGHT, roster: [...entries, anEntry('wang', { name: '王样班' })] }),
    aShift('river', { startsAt: NOW + HOUR, title: '河道清理', work: 'river', place: '北横河桥头' }),
    aShift('waste', { startsAt: NOW - 9 * HOUR, title: '垃圾分类', work: 'waste', place: '垃圾房门口' }),
    aSession('talk', { startsAt: NOW + 5 * 24 * HOUR, title: '老兵宣讲：长津湖' }),
    aSession('health', {
      startsAt: NOW + 8 * 24 * HOUR,
      title: '冬季血压讲座',
      activity: 'healthLecture',
      pillar: 'learning',
      summary: '镇卫生院医生来讲，讲完可以当面问。',
    }),
  );
}

const PICTURES: Record<string, Holding> = {
  home: { who: 'p0' },
  whiteboard: { who: 'wang', path: '/pages/duty/index' },
  shift: { who: 'p0', path: detail },
  waiting: { who: 'wang', path: detail },
  activities: { who: 'p0', path: '/pages/activities/index' },
  me: { who: 'p0', path: '/pages/me/index' },
  'my-duties': { who: 'p0', path: '/pages/my-duties/index' },
  'staff-home': { who: 'clerk' },
  'staff-shift': { who: 'clerk', path: detail },
  'post-shift': { who: 'clerk', path: '/pages/post-shift/index' },
  stranger: { who: 'stranger' },
  'whiteboard-largest': { who: 'wang', path: '/pages/duty/index', ...LARGEST },
};

/** Seen at the largest type too, each by the way that a person gets there. */
const ELDER_PATHS = Object.entries(PICTURES).filter(([, { elder }]) => !elder);

/** The table with a card in the group chat, and the message that somebody who waited has got a place. */
async function drawTable(table: Table, folder: string): Promise<void> {
  const { studio } = table;
  await studio.consent(openidOf('wang'), templates[0]!.id);
  await studio.call(openidOf('p7'), 'patrols.leave', { studioId: STUDIO, shiftId: patrol, post: 'member' });
  await studio.timer('patrols', 'sweep');
  const top = await table.lay({
    left: 'p0',
    leftPath: detail,
    right: 'wang',
    rightPath: '/pages/duty/index',
  });
  await top.left.sees('谁来');
  await top.left.share();
  await top.cards().getByText('平安巡逻').first().waitFor();
  await top.right.messages().getByText('平安巡逻').first().waitFor();
  await top.picture(join(folder, 'table.png'));
  await top.close();
}

async function main(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const table = await layTable(NOW, village());
  try {
    for (const [name, holding] of Object.entries(PICTURES)) {
      const phone = await table.open(holding);
      await phone.picture(join(folder, `${name}.png`));
      await phone.close();
    }
    await drawTable(table, folder);
    if (!process.argv.includes('--all')) return;
    for (const [name, { who, path = '/pages/home/index' }] of ELDER_PATHS) {
      const phone = await table.open({ who, path: '/pages/duty/index', ...LARGEST });
      await phone.openPage(path);
      await phone.picture(join(folder, `${name}-largest.png`));
      await phone.close();
    }
  } finally {
    await table.close();
  }
}

void main(resolve(process.argv[2] ?? 'docs/pictures'));
