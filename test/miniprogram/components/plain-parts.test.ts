import { sessionView } from '../../../miniprogram/components/session-card/view';
import { NOW, lecture } from './cards';
import { render } from './render';

beforeAll(() => {
  jest.spyOn(Date, 'now').mockReturnValue(NOW);
});

test.each([
  ['heritage', '红·红色传承'],
  ['care', '黄·关心关爱'],
  ['learning', '蓝·自我教育'],
  ['governance', '绿·社区治理'],
])('四色标签 %s 旁边总有字', (pillar, words) => {
  expect(render('pillar-tag', { pillar }).text()).toBe(words);
});

describe('活动的一场', () => {
  test('说清楚是什么、什么时候、在哪里', () => {
    const text = render('session-card', { view: sessionView(lecture()) }).text();
    for (const words of [
      '红·红色传承',
      '老兵宣讲',
      '长津湖的冬天',
      '周六 11月28日 09:00–11:00',
      '村活动室',
    ]) {
      expect(text).toContain(words);
    }
  });

  test('同是谈话，红的叫老兵宣讲，黄的叫谈心谈话', () => {
    expect(render('session-card', { view: sessionView(lecture({ pillar: 'care' })) }).text()).toContain(
      '谈心谈话',
    );
  });

  test('取消了的写明取消', () => {
    expect(render('session-card', { view: sessionView(lecture({ status: 'cancelled' })) }).text()).toContain(
      '取消了',
    );
  });
});

describe('还没读到的一屏', () => {
  test('没读到：一句话，和「再试一次」', async () => {
    const state = render('load-state', { phase: 'failed', problem: '没有连上网络，请看看网络，再试一次。' });
    state.listen('retry');
    await state.press('.load-state__retry');
    expect(state.text()).toContain('再试一次');
    expect(state.heard).toHaveLength(1);
  });

  test('没有网络但有刚才的内容：安静的一行', () => {
    const state = render('load-state', { phase: 'ready', offline: true });
    expect(state.text()).toContain('没有网络，下面是刚才的内容');
  });

  test('读到了就什么也不占', () => {
    expect(render('load-state', { phase: 'ready' }).text().trim()).toBe('');
  });
});

describe('加减人数', () => {
  const stepper = async (value: number, key: string) => {
    const part = render('count-stepper', { label: '要几个队员', unit: '人', value, min: 1, max: 9 });
    part.listen('change');
    await part.press(key);
    return part.heard.map(({ detail }) => detail);
  };

  test('点一下多一个', async () => {
    expect(await stepper(8, '.count-stepper__more')).toEqual([{ value: 9 }]);
  });

  test('到头了就不再变', async () => {
    expect(await stepper(9, '.count-stepper__more')).toEqual([]);
    expect(await stepper(1, '.count-stepper__less')).toEqual([]);
  });
});
