import { detail } from '../../typings/contract/patrols';
import { ownName } from '../domain/checks';
import { present } from '../domain/roster';
import { detailOf } from '../domain/shift-view';
import { shiftById } from '../platform/store/events';
import { onRoster } from '../platform/store/roster-entries';
import { done, refuse, useCase } from '../platform/use-case';

/** 班次详情：谁来、我排第几；带班的人还看到谁在等、谁退了、谁是代报名的；群里点开卡片的陌生人只看得到公开的一半。 */
export default useCase({
  action: 'patrols.detail',
  schema: detail,
  admission: 'look',
  async run({ studioId, shiftId }, { member, role, scope, now }) {
    const viewer = { memberId: member?._id ?? '', role, name: member ? ownName(member) : '' };
    const shift = await shiftById(studioId, shiftId, viewer.memberId);
    if (!shift) return refuse('not_found');
    const people = scope === 'studio' ? present(shift).map(({ memberId }) => memberId) : [];
    const lines = await onRoster(studioId, people);
    return done(detailOf(shift, viewer, scope, now, lines));
  },
});
