import { pictureChecked } from '../../typings/contract/reviews';
import { settlePicture } from '../platform/settle-avatar';
import { memberByTrace, settleAvatar } from '../platform/store/checks';
import { done, useCase } from '../platform/use-case';

/** 平台看过图片了。A finding that cannot be had is asked for again by the sweep. */
export default useCase({
  action: 'members.pictureChecked',
  schema: pictureChecked,
  admission: 'push',
  async run({ trace_id: trace, errcode = 0, result }) {
    const member = await memberByTrace(trace);
    const avatar = member?.avatar;
    if (!member || avatar?.state !== 'waiting') return done({ settled: false });
    if (errcode !== 0) {
      await settleAvatar(member, avatar, { ...avatar, trace: '' });
      return done({ settled: false });
    }
    const STATES = new Map([
      ['pass', 'passed'],
      ['risky', 'refused'],
    ] as const);
    const state = STATES.get(result?.suggest as 'pass' | 'risky') ?? 'review';
    return done({ settled: await settlePicture(member, avatar, state) });
  },
});
