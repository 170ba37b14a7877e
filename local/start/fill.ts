import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { EventDocument } from '../../typings/documents/event';
import { STUDIO } from '../sample/grids';
import { NEIGHBOUR, neighbour, neighbours, neighbourWeek } from '../sample/neighbour';
import type { Stored } from '../sample/stored';
import { comingWeek, SEED, switcher, village } from '../sample/village';
import { type Address, idsAmong } from './stored-ids';

export interface FillOptions {
  dataDir: string;
  reset: boolean;
  now: number;
}

/** The sample villages into an empty cloud; into one that is in use only the days that it does not know yet. */
export async function fill(cloud: Address, { dataDir, reset, now }: FillOptions): Promise<void> {
  if (reset) await post(cloud, '/local/reset', '');
  const people = [...switcher(), ...neighbours(SEED)];
  await writeFile(join(dataDir, 'people.json'), JSON.stringify(people, null, 2));
  const studios = await idsAmong(cloud, 'studios', [STUDIO, NEIGHBOUR]);
  const places = { now, seed: SEED };
  const lines = [
    ...(studios.includes(STUDIO) ? await newDays(cloud, comingWeek(places)) : village(places)),
    ...(studios.includes(NEIGHBOUR) ? await newDays(cloud, neighbourWeek(places)) : neighbour(places)),
  ];
  if (lines.length > 0)
    await post(cloud, '/local/import', lines.map((line) => JSON.stringify(line)).join('\n'));
}

async function newDays(cloud: Address, events: EventDocument[]): Promise<Stored[]> {
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
