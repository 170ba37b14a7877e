import { _ } from '../../../cloudfunctions/platform/store/database';
import { defined, filtered } from '../../../cloudfunctions/platform/store/guarded';

describe('守卫里不许有 undefined：SDK 会悄悄丢掉那一项', () => {
  test.each([
    ['一项', { _id: undefined }],
    ['里面一项', { studios: { role: undefined } }],
    ['数组里一项', { roles: ['member', undefined] }],
    ['命令里一项', { startsAt: _.gte(undefined as unknown as number) }],
    ['elemMatch 里一项', { roster: _.not(_.elemMatch({ memberId: undefined })) }],
  ])('%s', (_rule, guard) => {
    expect(() => filtered('events', { studioId: 'huayuan', ...guard })).toThrow(/undefined in guard/);
  });

  test('null、0 和空文字都是值', () => {
    expect(() => defined({ leftAt: null, seats: 0, bring: '', posts: [] }, 'change')).not.toThrow();
  });
});
