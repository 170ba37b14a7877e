import type { ShiftDocument } from '../../../typings/documents/event';
import type { Claim, MemberDocument } from '../../../typings/documents/member';
import type { RosterEntryDocument } from '../../../typings/documents/roster-entry';
import { lookUpKey } from '../../../cloudfunctions/platform/secrets';
import { phoneNumberOf } from '../../../local/cloud/open-api/phone-number';
import { SAMPLE_ENVIRONMENT } from '../../../local/sample/keys';
import {
  aMember,
  anEntry,
  anEntryOfTheRoster,
  askingOf,
  aShift,
  aStudio,
  entryIdOf,
  eventIdOf,
  memberIdOf,
  openidOf,
  requestIdOf,
  STUDIO,
} from '../../support/makers';
import { stored } from '../../support/stored';
import { documentsOf, type RunningStudio, startStudio } from '../../support/studio';

export const NOW = Date.parse('2026-11-23T10:00:00Z');
export const HOUR = 3_600_000;
export const standIn = memberIdOf('standin');
export const claimOf = (label: string, startsAt: number): Claim => ({
  studioId: STUDIO,
  ref: eventIdOf(label),
  from: startsAt,
  to: startsAt + 2 * HOUR,
  post: 'member',
  at: NOW - HOUR,
});
export const his = (fields: object = {}) =>
  anEntry('standin', { name: '陈样国', by: memberIdOf('clerk'), ...fields });
const told = (label: string, at: number, memberId: string) => ({
  noticeId: `${memberId}-${at}`,
  cause: 'left' as const,
  memberId,
  at,
  state: 'done' as const,
  since: at,
  outcomes: [{ memberId: memberIdOf(label), name: '陈样国', outcome: 'noWeChat' as const }],
});
export const left = NOW - 47 * HOUR;
export const past = aShift('past', {
  startsAt: NOW - 46 * HOUR,
  roster: [his({ entryId: requestIdOf('first'), leftAt: left }), his(), anEntry('bea')],
  notices: [told('standin', left, standIn)],
});
export const coming = aShift('coming', { startsAt: NOW + HOUR, roster: [anEntry('bea'), his()] });
export const later = aShift('later', { startsAt: NOW + 30 * HOUR, roster: [his()] });
export const claims = [claimOf('coming', NOW + HOUR), claimOf('later', NOW + 30 * HOUR)];
export const [bea, adas] = [memberIdOf('bea'), memberIdOf('ada')];
export const ada = (claimed: Claim[] = []) => aMember('ada', { veteran: false, claims: claimed });

/** 陈样国 has no WeChat and was signed up by others for a past shift and two that are to come; `ada` may be him. Anew before each test. */
export function carried() {
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
    const phoneKey = lookUpKey('phone', phoneNumberOf(openidOf('chen')));
    await load(
      aStudio({ staff: [memberIdOf('clerk')] }),
      aMember('clerk', { role: 'staff', veteran: false }),
      aMember('bea'),
      { ...aMember('standin', { name: '陈样国', claims }), openid: `none:${standIn}`, consent: null },
      anEntryOfTheRoster('chen', { name: '陈样国', standIn, asking: [askingOf('ada')], phoneKey }),
      past,
      coming,
      later,
    );
  });

  const one = { studioId: STUDIO, entryId: entryIdOf('chen') };
  const load = (...docs: Parameters<typeof stored>) => running.load(stored(...docs));
  const confirm = () =>
    running.call(openidOf('clerk'), 'members.confirm', { ...one, memberId: memberIdOf('ada'), same: true });
  async function scan(who: string) {
    await running.call(openidOf('clerk'), 'members.issueCode', one);
    const codes = (await (await fetch(`${running.url}/local/codes`)).json()) as { scene: string }[];
    return running.call(openidOf(who), 'members.scanIn', { code: codes.at(-1)?.scene ?? '', consent: 1 });
  }
  const shift = async (label: string) => (await running.document<ShiftDocument>('events', eventIdOf(label)))!;
  const who = async (label: string) =>
    (await shift(label)).roster.map(({ memberId, leftAt }) => [memberId, leftAt]);
  const entry = () => running.document<RosterEntryDocument>('rosterEntries', entryIdOf('chen'));
  const memberOf = async (openid: string) =>
    (await documentsOf<MemberDocument>(`${running.url}/admin`, 'members', { openid }))[0];
  const member = (id: string) => running.document<MemberDocument>('members', id);
  const claimed = async (id: string) => (await member(id))?.claims.map(({ ref }) => ref).sort();

  async function sweptLater() {
    await running.setClock(NOW + 10 * 60_000);
    await running.timer('patrols', 'sweep');
  }

  return { studio, load, confirm, scan, shift, who, entry, memberOf, member, claimed, sweptLater };
}
