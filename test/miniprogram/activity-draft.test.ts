import type { Draft } from '../../miniprogram/pages/post-activity/draft';
import { draftFrom, draftLike } from '../../miniprogram/pages/post-activity/draft';
import { problemsOf, toRequest } from '../../miniprogram/pages/post-activity/request';
import { TEMPLATES } from '../../miniprogram/pages/post-activity/templates';
import { at } from '../../miniprogram/utils/calendar';
import { publish } from '../../typings/contract/activities';
import { aDetail, NOW } from './support/details';

const talk = TEMPLATES[0]!;
const draft = (change: Partial<Draft> = {}): Draft => ({
  ...draftFrom(talk, NOW),
  title: '老兵宣讲：长津湖',
  ...change,
});
const sent = (change: Partial<Draft> = {}) => toRequest(draft(change));

test.each(TEMPLATES)('$name：写上题目就能发，合规矩', (template) => {
  const written = { ...draftFrom(template, NOW), title: `${template.usual.title}第一讲` };
  expect(problemsOf(draftFrom(template, NOW), NOW)).toEqual({ title: '请写叫什么，写完整。' });
  expect(problemsOf(written, NOW)).toEqual({});
  expect(publish.request.safeParse({ studioId: 'huayuan', ...toRequest(written) }).success).toBe(true);
});

test('平常是下一个周六，隔三天以上，提前一天截止，候补到开始前两小时', () => {
  expect(sent()).toMatchObject({
    spans: [{ startsAt: at('2026-11-28', '09:00'), endsAt: at('2026-11-28', '10:30') }],
    ...{ deadlineHours: 24, cutOffHours: 2, opensAt: null, seats: 40 },
  });
  expect(draftFrom(talk, at('2026-11-26', '16:00')).date).toBe('2026-12-05');
});

test('截止得更晚，候补跟着晚；不用报名的，名额、带人、问题都不带', () => {
  expect(sent({ deadlineHours: 1 })).toMatchObject({ deadlineHours: 1, cutOffHours: 1 });
  const questions = [{ questionId: 'q1', text: '来不来', options: [], required: true }];
  expect(sent({ signUp: false, questions })).toMatchObject({
    ...{ seats: null, deadlineHours: 0, cutOffHours: 0, companions: 0, questions: [] },
  });
});

test('连着几周：一周一场；报一次都算，要报名、没有咨询台才行', () => {
  const weeks = sent({ weeks: 3, seriesSignUp: true });
  expect(weeks.spans.map(({ startsAt }) => startsAt)).toEqual(
    ['2026-11-28', '2026-12-05', '2026-12-12'].map((date) => at(date, '09:00')),
  );
  expect(weeks.seriesSignUp).toBe(true);
  const desks = [{ deskId: 'd1', title: '医生', from: '09:30', minutes: 10 }];
  expect(sent({ weeks: 3, seriesSignUp: true, desks }).seriesSignUp).toBe(false);
  expect(sent({ weeks: 1, seriesSignUp: true }).seriesSignUp).toBe(false);
});

test.each<[string, Partial<Draft>, string]>([
  ['过去了', { date: '2026-11-20' }, 'past'],
  ['结束不比开始晚', { end: '08:00' }, 'end'],
  ['没有地方', { place: ' ' }, 'place'],
  ['名额零个', { seats: 0 }, 'seats'],
  ['名额不是数', { seats: NaN }, 'seats'],
  ['截止已经过了', { deadlineHours: 168 }, 'deadline'],
  ['咨询台没写谁来坐', { desks: [{ deskId: 'd1', title: ' ', from: '09:30', minutes: 10 }] }, 'desks'],
  ['咨询台在活动以前', { desks: [{ deskId: 'd1', title: '医生', from: '08:00', minutes: 10 }] }, 'desks'],
  ['截止以后才发出去', { later: true, openDate: '2026-11-27', openHour: '10:00' }, 'opens'],
])('填错了当场说：%s', (_what, change, field) => {
  expect(Object.keys(problemsOf(draft(change), NOW))).toEqual([field]);
});

test('到时候再发：带上那一刻', () => {
  const later = { later: true, openDate: '2026-11-25', openHour: '08:00' };
  expect(problemsOf(draft(later), NOW)).toEqual({});
  expect(sent(later).opensAt).toBe(at('2026-11-25', '08:00'));
});

test('照上次的再发：样样都在，日子是下一个同样的周几，是新的一次', () => {
  const before = aDetail({
    startsAt: at('2026-10-31', '09:00'),
    endsAt: at('2026-10-31', '11:00'),
    deadline: at('2026-10-30', '09:00'),
    companions: 2,
  });
  const again = draftLike(before, NOW);
  expect(again).toMatchObject({
    ...{ title: '长津湖的冬天', seats: 30, companions: 2, deadlineHours: 24 },
    ...{ date: '2026-11-28', start: '09:00', end: '11:00', signUp: true },
  });
  expect(draftLike(before, NOW).requestId).not.toBe(again.requestId);
});
