import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Cloud, startCloud } from '../../../local/cloud';
import { dayOf } from '../../../local/sample/days';
import { fill } from '../../../local/start/fill';
import type { ShiftDocument } from '../../../typings/documents/event';
import { COLLECTIONS_FILE, FUNCTIONS_DIR, documentsOf } from '../../support/studio';

const NOW = Date.UTC(2026, 10, 24, 4);
const DAY = 86_400_000;
let dataDir: string;
let cloud: Cloud;

beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'fill-'));
  cloud = await startCloud({
    port: 0,
    dataDir,
    functionsDir: FUNCTIONS_DIR,
    collectionsFile: COLLECTIONS_FILE,
  });
});
afterEach(async () => {
  await cloud.close();
  rmSync(dataDir, { recursive: true, force: true });
});

const shifts = async () =>
  await documentsOf<ShiftDocument>(cloud.adminUrl, 'events', { studioId: 'huayuan', kind: 'shift' });
const daysOf = (found: ShiftDocument[]) => new Set(found.map(({ startsAt }) => dayOf(startsAt) - dayOf(NOW)));

it('adds nothing on the same day, and on a later day only the days that are not there yet', async () => {
  await fill(cloud, { dataDir, reset: false, now: NOW });
  const first = await shifts();
  await fill(cloud, { dataDir, reset: false, now: NOW + 3_600_000 });
  expect(await shifts()).toEqual(first);

  await fill(cloud, { dataDir, reset: false, now: NOW + 30 * DAY });
  const later = await shifts();
  expect(later.slice(0, first.length)).toEqual(first);
  expect(daysOf(later.slice(first.length))).toEqual(new Set([30, 31, 32, 33, 34, 35, 36]));
  await fill(cloud, { dataDir, reset: false, now: NOW + 30 * DAY });
  expect(await shifts()).toEqual(later);
});
