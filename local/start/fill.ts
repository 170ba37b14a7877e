import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { STUDIO } from '../sample/grids';
import type { Stored } from '../sample/stored';
import { comingWeek, switcher, village } from '../sample/village';
import { type Address, idsAmong } from './stored-ids';

export interface FillOptions {
  dataDir: string;
  reset: boolean;
  now: number;
}

/** The sample village into an empty cloud; into one that is in use only the days that it does not know yet. */
export async function fill(cloud: Address, { dataDir, reset, now }: FillOptions): Promise<void> {
  if (reset) await post(cloud, '/local/reset', '');
  await writeFile(join(dataDir, 'people.json'), JSON.stringify(switcher(), null, 2));
  const [studio] = await idsAmong(cloud, 'studios', [STUDIO]);
  const lines = studio === undefined ? [...village({ now })] : await newDays(cloud, now);
  if (lines.length > 0)
    await post(cloud, '/local/import', lines.map((line) => JSON.stringify(line)).join('\n'));
}

async function newDays(cloud: Address, now: number): Promise<Stored[]> {
  const events = comingWeek({ now });
  const stored = new Set(
    await idsAmong(
      cloud,
      'events',
      events.map(({ _id }) => _id),
    ),
  );
  return events.filter(({ _id }) => !stored.has(_id)).map((doc) => ({ collection: 'events', doc }));
}

async function post({ url }: Address, path: string, body: string): Promise<void> {
  const response = await fetch(url + path, { method: 'POST', body });
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
}
