import type { NameCheck } from '../../typings/documents/check';
import type { MemberDocument } from '../../typings/documents/member';
import { NAME_IN_CHECK, named, type Verdict } from '../domain/checks';
import { namesIn } from '../domain/erased-names';
import { settleName } from './store/checks';
import { eventsWith, replaceNames } from './store/personal-data';
import { renameAsking } from './store/roster-entries';

/** 名字看过了。A pass is written first, then the copies; the sweep does those again. False: it has been changed since. */
export async function settleNameAs(
  member: MemberDocument,
  seen: NameCheck,
  verdict: Exclude<Verdict, 'down'>,
  now: number,
  reason = '',
): Promise<boolean> {
  const { name, check } = named(seen.text, verdict, now, member);
  const kept = check && check.state !== 'copying' ? { ...check, at: seen.at, reason } : check;
  const settled = await settleName(member, seen, { name, check: kept });
  if (!settled) return false;
  if (verdict === 'pass') await copyName(settled);
  return true;
}

/** 名单里写着「审核中」的，换成通过了的名字。Repeating it changes nothing more. */
export async function copyName({ _id: memberId, name, studios }: MemberDocument): Promise<void> {
  const change = { from: NAME_IN_CHECK, to: name };
  let after = '';
  for (let events = await eventsWith(memberId, after); events.length > 0;) {
    await Promise.all(
      events.map((event) =>
        replaceNames(
          event._id,
          namesIn(event, [memberId], (standing) => standing === NAME_IN_CHECK),
          change,
        ),
      ),
    );
    after = events.at(-1)?._id ?? '';
    events = await eventsWith(memberId, after);
  }
  for (const { studioId, asking } of studios) {
    if (asking) await renameAsking(studioId, asking, memberId, name);
  }
}
