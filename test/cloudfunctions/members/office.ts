import type { MemberDocument } from '../../../typings/documents/member';
import type { RosterEntryDocument } from '../../../typings/documents/roster-entry';
import { SAMPLE_ENVIRONMENT } from '../../../local/sample/keys';
import {
  aMember,
  anEntryOfTheRoster,
  askingOf,
  aStudio,
  entryIdOf,
  memberIdOf,
  openidOf,
  STUDIO,
} from '../../support/makers';
import { stored } from '../../support/stored';
import { documentsOf, type RunningStudio, startStudio } from '../../support/studio';

export const NOW = Date.parse('2026-11-23T10:00:00Z');
export const DAY = 24 * 3_600_000;
export const clerk = openidOf('clerk');
export const elder = openidOf('elder');
export const one = (label: string) => ({ studioId: STUDIO, entryId: entryIdOf(label) });
/** The same entry's code with another secret. */
export const wrongOf = (code: string, guess: number) =>
  `${code.slice(0, 9)}${String(guess).padStart(20, '0')}`;
export const joined = {
  ok: true,
  data: { studioId: STUDIO, name: '陈样国', role: 'member', already: false },
};
export const bad = { ok: false, code: 'bad_code' };

/** A clerk with the roster in front of her: 陈样国 has not joined, another one has. Anew before each test. */
export function anOffice() {
  let running: RunningStudio;
  const studio = () => running;

  beforeAll(async () => {
    Object.assign(process.env, SAMPLE_ENVIRONMENT);
    running = await startStudio({ now: NOW });
  });
  afterAll(() => running.close());
  beforeEach(async () => {
    await running.reset();
    await running.setClock(NOW);
    await load(
      aStudio({ staff: [memberIdOf('clerk')] }),
      aStudio({ _id: 'other' }),
      aMember('clerk', { role: 'staff', veteran: false }),
      aMember('ada', { veteran: false }),
      aMember('tied'),
      aMember('away', { veteran: false, studioId: 'other' }),
      anEntryOfTheRoster('chen', { name: '陈样国' }),
      anEntryOfTheRoster('tied', { memberId: memberIdOf('tied') }),
      anEntryOfTheRoster('like', { asking: [askingOf('ada')] }),
    );
  });

  const load = (...docs: Parameters<typeof stored>) => running.load(stored(...docs));
  const find = <T>(collection: string, where: object) =>
    documentsOf<T>(`${running.url}/admin`, collection, where);
  const issue = (label = 'chen') => running.call(clerk, 'members.issueCode', one(label));
  const unlock = (label = 'chen') => running.call(clerk, 'members.unlock', one(label));
  const scan = (code: string, who = elder) => running.call(who, 'members.scanIn', { code, consent: 1 });
  const entry = async (label = 'chen') =>
    (await running.document<RosterEntryDocument>('rosterEntries', entryIdOf(label)))!;
  const membersOf = (openid: string) => find<MemberDocument>('members', { openid });
  const codes = async () =>
    (await (await fetch(`${running.url}/local/codes`)).json()) as { scene: string; path: string }[];
  /** Shows a code, and says what its picture says. */
  async function shown(label = 'chen'): Promise<string> {
    const before = (await codes()).map(({ scene }) => scene);
    expect(await issue(label)).toMatchObject({ ok: true });
    return (await codes()).map(({ scene }) => scene).find((scene) => !before.includes(scene)) ?? '';
  }
  const trips = async () => (await running.trips()).filter(({ action }) => action.startsWith('database.'));
  return { studio, load, find, issue, unlock, scan, entry, membersOf, codes, shown, trips };
}
