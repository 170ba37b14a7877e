import { readFileSync, readdirSync } from 'node:fs';
import { startGateway } from '../../support/gateway';
import { openidOf } from '../../support/makers';
import { NOW, join, raceVillage, runners, tapOf } from '../race/village';
import { type Section, rounded } from '../section';

const REST_MS = 3000;
const KILOBYTES_PER_MEGABYTE = 1024;

/** Linux only: the proportional share is what the kernel tells of each process. */
export const idle: Section = {
  title: 'The cloud and its functions at rest, after a call of each, proportional share of memory',
  async run() {
    const people = runners(8);
    const gateway = await startGateway({ now: NOW, documents: raceVillage(people, { tonight: 7 }) });
    try {
      for (const person of people) await join(gateway, tapOf(person, 'tonight', 7));
      const home = { studioId: 'huayuan' };
      await gateway.send(openidOf('runner0'), 'members.home', home);
      await gateway.send(openidOf('runner0'), 'activities.list', { ...home, which: 'coming', after: null });
      await new Promise((done) => setTimeout(done, REST_MS));
      const tree = familyOf(gateway.pid);
      const megabytes = tree.reduce((sum, pid) => sum + shareOf(pid), 0) / KILOBYTES_PER_MEGABYTE;
      return {
        processes: tree.length,
        'MB together': rounded(megabytes, 0),
        'at most 400 MB': megabytes <= 400,
      };
    } finally {
      await gateway.close();
    }
  },
};

/** A process and all below it. */
function familyOf(root: number): number[] {
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
        return [{ pid: Number(name), parent: Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]) }];
      } catch {
        return [];
      }
    });
  const family = [root];
  for (const pid of family) {
    family.push(...parents.filter(({ parent }) => parent === pid).map((child) => child.pid));
  }
  return family;
}

/** Kilobytes. */
function shareOf(pid: number): number {
  return Number(/^Pss:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0);
}
