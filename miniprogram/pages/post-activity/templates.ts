import type { Draft } from './draft';

type Fields =
  'activity' | 'pillar' | 'title' | 'place' | 'seats' | 'signUp' | 'audience' | 'companions' | 'questions';

/** 一种活动通常的样子：标题怎么起，多长，哪个颜色，在哪里，问什么。 */
export interface Template {
  code: string;
  name: string;
  start: string;
  minutes: number;
  usual: Pick<Draft, Fields>;
}

const MORNING = { start: '09:00', minutes: 90 };
const AFTERNOON = { start: '14:00', minutes: 90 };
const HALL = { place: '村活动室', seats: 40, signUp: true, audience: 'all', companions: 2 } as const;

const BUS = {
  ...{ questionId: 'q1', text: '在哪里上车', required: true },
  options: ['村委会门口', '自己去'],
};
const LUNCH = {
  ...{ questionId: 'q2', text: '在不在那里吃午饭', required: true },
  options: ['吃', '不吃'],
};

type Usual = Omit<Partial<Template['usual']>, 'questions'>;

/** In the hall, for everybody, forty seats: what differs is said. */
const inHall = (
  activity: Draft['activity'],
  pillar: Draft['pillar'],
  title: string,
  differing: Usual = {},
): Template['usual'] => ({ ...HALL, questions: [], activity, pillar, title, ...differing });

export const TEMPLATES: readonly Template[] = [
  { code: 'talk', name: '老兵宣讲', ...MORNING, usual: inHall('talk', 'heritage', '老兵宣讲：') },
  {
    ...{ code: 'campaignStudy', name: '战役学习', ...MORNING, minutes: 120 },
    usual: inHall('campaignStudy', 'heritage', '战役学习：'),
  },
  {
    ...{ code: 'youthClass', name: '少年课堂', ...MORNING },
    usual: inHall('youthClass', 'heritage', '少年课堂：', { audience: 'youth' }),
  },
  {
    ...{ code: 'healthLecture', name: '健康讲座', ...AFTERNOON, minutes: 120 },
    usual: inHall('healthLecture', 'learning', '健康讲座：'),
  },
  { code: 'lecture', name: '讲座', ...AFTERNOON, usual: inHall('lecture', 'learning', '国防安全讲座：') },
  {
    ...{ code: 'partyStudy', name: '组织生活', ...MORNING },
    usual: inHall('partyStudy', 'learning', '组织生活：', { companions: 0 }),
  },
  {
    ...{ code: 'siteVisit', name: '参观', start: '08:00', minutes: 480 },
    usual: {
      ...inHall('siteVisit', 'learning', '参观：', { place: '村委会门口上车' }),
      questions: [BUS, LUNCH],
    },
  },
  {
    ...{ code: 'teamBuilding', name: '团队活动', ...MORNING, minutes: 180 },
    usual: inHall('teamBuilding', 'learning', '团队活动：', { audience: 'veterans', companions: 0 }),
  },
  {
    ...{ code: 'careTalk', name: '谈心谈话', ...MORNING },
    usual: inHall('talk', 'care', '谈心谈话：', {
      ...{ place: '花园村898号服务站', audience: 'veterans', seats: 10, companions: 0 },
    }),
  },
  {
    ...{ code: 'council', name: '议事会', ...MORNING },
    usual: inHall('council', 'care', '议事会：', { companions: 0, signUp: false }),
  },
];
