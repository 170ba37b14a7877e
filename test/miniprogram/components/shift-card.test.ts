import { shiftView } from '../../../miniprogram/components/shift-card/view';
import { NOW, patrol } from './cards';
import { render } from './render';

beforeAll(() => {
  jest.spyOn(Date, 'now').mockReturnValue(NOW);
});

const FULL = {
  status: 'full' as const,
  missing: 0,
  posts: [{ code: 'member', title: '队员', headCount: 8, joined: 8, missing: 0, forMe: true }],
};

test('缺人的班说清楚什么时候、在哪里、还缺几人', () => {
  const text = render('shift-card', { view: shiftView(patrol()) }).text();
  expect(text).toContain('平安巡逻');
  expect(text).toContain('今晚 19:00–21:00');
  expect(text).toContain('第三网格 · 村委会门口');
  expect(text).toContain('还缺2人');
});

test('只有一个岗位适合我，卡片上就有「我来」，一点就报这个岗位', async () => {
  const shift = patrol();
  const card = render('shift-card', { view: shiftView(shift) });
  card.listen('join');
  await card.press('.shift-card__join');
  expect(card.text()).toContain('我来');
  expect(card.heard).toEqual([{ name: 'join', detail: { shift, post: 'member' } }]);
});

test('两个岗位都适合我，要点进去选', () => {
  const posts = patrol().posts.map((post) => ({ ...post, missing: 1, forMe: true }));
  expect(render('shift-card', { view: shiftView(patrol({ posts })) }).find('.shift-card__join')).toBeFalsy();
});

test('服务端没说可以报名，就没有「我来」', () => {
  expect(
    render('shift-card', { view: shiftView(patrol({ can: [] })) }).find('.shift-card__join'),
  ).toBeFalsy();
});

test('齐了的班不在卡片上排队，点进去看', () => {
  const card = render('shift-card', { view: shiftView(patrol(FULL)) });
  expect(card.text()).toContain('✓ 齐了');
  expect(card.find('.shift-card__join')).toBeFalsy();
});

test('缺的岗位我报不了，就说缺的是哪一种人', () => {
  const posts = [
    { code: 'leader', title: '带队', headCount: 1, joined: 0, missing: 1, forMe: false },
    { code: 'member', title: '队员', headCount: 8, joined: 8, missing: 0, forMe: true },
  ];
  expect(render('shift-card', { view: shiftView(patrol({ posts, missing: 1 })) }).text()).toContain(
    '还缺带队1人',
  );
});

test.each([
  ['placed' as const, '✓ 您报上了：队员'],
  ['waiting' as const, '您在排队：队员'],
  ['joined' as const, '您报名了：队员，点开看排上没有'],
])('我的位置（%s）写在卡片上', (standing, text) => {
  const mine = { post: 'member', postTitle: '队员', standing };
  const shift = patrol({ mine, can: ['patrols.leave'] });
  expect(render('shift-card', { view: shiftView(shift) }).text()).toContain(text);
});

test('下一班写还有多久', () => {
  expect(render('shift-card', { view: shiftView(patrol(), true) }).text()).toContain('还有3小时');
});

test('刚报上的一句话代替卡片上的位置，不说两遍', () => {
  const mine = { post: 'member', postTitle: '队员', standing: 'placed' as const };
  const note = { tone: 'good', text: '您报上了：队员。到时候见。' };
  const text = render('shift-card', {
    view: shiftView(patrol({ mine, can: ['patrols.leave'] })),
    note,
  }).text();
  expect(text.match(/您报上了/g)).toHaveLength(1);
});

test('没报上的原因留在卡片上', () => {
  const note = { tone: 'bad', text: '这一班改过时间，请看清新的时间再报名。' };
  expect(render('shift-card', { view: shiftView(patrol()), note }).text()).toContain(note.text);
});
