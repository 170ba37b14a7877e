import { memberIdOf, STUDIO } from '../../support/makers';
import { documentsOf } from '../../support/studio';
import { NOW, MINUTE, IN_CHECK, ada, clerk, mine, namesInCheck } from './names-in-check';

const { studio, joinStudio, correct, memberOf, signUp, rosterNames, me, reviews, judge } = namesInCheck();

describe('拿不准的名字，工作人员看', () => {
  const submitted = async () => {
    await joinStudio(ada, '存疑的人');
    await signUp(ada);
    return await memberOf(ada);
  };

  test('有问题的当场不收，什么也不存', async () => {
    expect(await joinStudio(ada, '赌博')).toEqual({ ok: false, code: 'unsafe_text' });
    expect(await documentsOf(`${studio().url}/admin`, 'members', { openid: ada })).toEqual([]);
  });

  test('通过：大家都看得到，名单里也改过来', async () => {
    const { _id } = await submitted();
    expect(await memberOf(ada)).toMatchObject({ name: IN_CHECK, check: { state: 'review' } });
    expect(await judge(NOW, _id, true)).toEqual({ ok: true, data: { passed: true } });
    expect(await rosterNames()).toEqual(['样例贝', '存疑的人']);
    expect(await memberOf(ada)).toMatchObject({ name: '存疑的人' });
    expect(await reviews()).toEqual([]);
  });

  test('不通过：写明原因，只有本人看得到；看过的不能再看', async () => {
    const { _id } = await submitted();
    expect(await judge(NOW, _id, false, '请写真名')).toEqual({ ok: true, data: { passed: false } });
    expect(await me(ada)).toMatchObject({
      name: '存疑的人',
      nameCheck: { state: 'refused', reason: '请写真名' },
    });
    expect(await rosterNames()).toEqual(['样例贝', IN_CHECK]);
    expect(await judge(NOW, _id, true)).toEqual({ ok: false, code: 'not_found' });
  });

  test('看的时候本人又改了：看的是旧的，不算', async () => {
    const { _id } = await submitted();
    await studio().setClock(NOW + MINUTE);
    await correct(ada, '存疑的另一个');
    expect(await judge(NOW, _id, true)).toEqual({ ok: false, code: 'not_found' });
    expect(await memberOf(ada)).toMatchObject({ name: IN_CHECK, check: { text: '存疑的另一个' } });
  });

  test('两位工作人员同时点，只算一次', async () => {
    const { _id } = await submitted();
    const answers = await Promise.all([judge(NOW, _id, true), judge(NOW, _id, false)]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  });

  test('自己的名字，有同事就由同事看；只有一位工作人员时自己看，审计里写着', async () => {
    await correct(clerk, '存疑的干部');
    const grant = (role: 'staff' | 'member') =>
      studio().call(clerk, 'members.grant', { ...mine, memberId: memberIdOf('bea'), role });
    await grant('staff');
    expect(await reviews()).toMatchObject([{ mine: true }]);
    expect(await judge(NOW, memberIdOf('clerk'), true)).toEqual({ ok: false, code: 'own_words' });
    await grant('member');
    expect(await judge(NOW, memberIdOf('clerk'), true)).toMatchObject({ ok: true });
    const lines = await documentsOf(`${studio().url}/admin`, 'audit', {
      studioId: STUDIO,
      action: 'members.judge',
    });
    expect(lines).toHaveLength(2);
    expect(lines).toContainEqual(
      expect.objectContaining({
        record: memberIdOf('clerk'),
        memberId: memberIdOf('clerk'),
        fields: ['name'],
        outcome: 'ok',
      }),
    );
    expect(JSON.stringify(lines)).not.toContain('存疑');
  });
});

test('通过时不多走一趟：加入最多四次往返', async () => {
  await studio().call(ada, 'members.studio', mine);
  await joinStudio(ada, '张样明');
  expect((await studio().trips()).filter(({ action }) => action.startsWith('database.')).length).toBeLessThan(
    5,
  );
});
