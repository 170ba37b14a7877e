import type { Refusal } from '../../typings/contract';
import { scanIn } from '../../typings/contract/scan';
import { roleIn } from '../domain/access';
import { carryOver } from '../platform/carry-over';
import { settleAsking } from '../platform/store/memberships';
import { claimCode, countWrong, freeCode, readCode, tieScanned } from '../platform/store/scan-codes';
import { takeTry, triesKey } from '../platform/store/tries';
import { done, refuse, useCase } from '../platform/use-case';
import { accountOf } from './account-of';

/**
 * 扫码加入：码归第一个扫的人，他就是花名册上的这一位老兵。Wrong, too old, used, locked: one answer in as many round trips. Repeating
 * completes what a crash left.
 */
export default useCase({
  action: 'members.scanIn',
  schema: scanIn,
  admission: 'guard',
  audit: () => ({ record: '', fields: ['memberId', 'veteran'] }),
  async run({ code, consent }, { openid, now }) {
    if (!(await takeTry(openid, now))) return refuse('too_many_tries');
    const { ref, hash } = readCode(code);
    const usedBy = triesKey(openid);
    const entry = await claimCode({ ref, hash }, usedBy, now);
    if (!entry) return wrong({ ref, hash });

    const { studioId, _id: record } = entry;
    const account = await accountOf(entry, openid, { version: consent, at: now });
    if (!account) return refuse('unavailable');
    const { member, kind } = account;
    const role = roleIn(member, studioId);
    if (role === 'visitor') return refuse('unavailable');
    const answer = { studioId, name: member.name, role };
    const actor = { memberId: member._id, role, studioId, record };
    if (kind === 'other') {
      await freeCode(record, usedBy);
      return done({ ...answer, already: true }, actor);
    }
    const tied = await tieScanned(entry, member._id, usedBy);
    if (!tied) {
      if (kind === 'new') await settleAsking(member._id, studioId, false);
      return refuse('bad_code');
    }
    await carryOver(tied, now);
    return done({ ...answer, already: false }, actor);
  },
});

async function wrong(code: { ref: string; hash: string }): Promise<Refusal> {
  await countWrong(code);
  return refuse('bad_code');
}
