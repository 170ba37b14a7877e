import type { Request } from '../../typings/contract';
import { post } from '../../typings/contract/patrols';
import { heldBack, wordsOf } from '../domain/checks';
import { newShift, postRefusal } from '../domain/new-shift';
import { eventIdOf } from '../platform/ids';
import { verdictOn } from '../platform/content-security';
import { insertEvent } from '../platform/store/events';
import { studioById } from '../platform/store/studios';
import { done, refuse, useCase } from '../platform/use-case';

/** As remembered; one that lacks the grid may be older than the grid. */
async function studioWith({ studioId, gridId }: Request<'patrols.post'>, now: number) {
  const known = await studioById.known(studioId, now);
  const there = known?.grids.some((grid) => grid.gridId === gridId);
  return there ? known : studioById.fresh(studioId, now);
}

/** 发值勤：同一次点按重复到达，只发一个班次。 */
export default useCase({
  action: 'patrols.post',
  schema: post,
  admission: 'write',
  async run(request, { member, now }) {
    const studio = await studioWith(request, now);
    const refusal = postRefusal(request, studio, now);
    if (refusal || !studio) return refuse(refusal ?? 'not_found');
    const shiftId = eventIdOf(member._id, request);
    const shift = newShift(shiftId, request, studio, member, now);
    const verdict = await verdictOn(wordsOf(shift), member.openid);
    if (verdict === 'risky') return refuse('unsafe_text');
    await insertEvent(heldBack(shift, verdict, now));
    return done({ shiftId });
  },
});
