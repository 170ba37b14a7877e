import type { Draft } from './draft';

type Fields = 'activity' | 'pillar' | 'title' | 'place' | 'seats' | 'signUp' | 'audience' | 'companions';

/** 一种活动通常的样子：标题怎么起，多长，哪个颜色，在哪里，问什么。 */
export interface Template extends Pick<Draft, Fields> {
  code: string;
  name: string;
  start: string;
  minutes: number;
  questions: Draft['questions'];
}

const HALL = { place: '村活动室', seats: 40, signUp: true, audience: 'all', companions: 2 } as const;
const MORNING = { start: '09:00', minutes: 90, questions: [] };
const BUS = { text: '在哪里上车', options: ['村委会门口', '自己去'], required: true };
const LUNCH = { text: '在不在那里吃午饭', options: ['吃', '不吃'], required: true };

export const TEMPLATES: readonly Template[] = [
  {
    ...{ code: 'talk', name: '老兵宣讲', activity: 'talk', pillar: 'heritage', title: '老兵宣讲：' },
    ...HALL,
    ...MORNING,
  },
  {
    ...{ code: 'campaignStudy', name: '战役学习', activity: 'campaignStudy', pillar: 'heritage' },
    title: '战役学习：',
    ...HALL,
    ...MORNING,
    minutes: 120,
  },
  {
    ...{ code: 'youthClass', name: '少年课堂', activity: 'youthClass', pillar: 'heritage' },
    title: '少年课堂：',
    ...HALL,
    ...MORNING,
    audience: 'youth',
  },
  {
    ...{ code: 'healthLecture', name: '健康讲座', activity: 'healthLecture', pillar: 'learning' },
    title: '健康讲座：',
    ...HALL,
    ...MORNING,
    start: '14:00',
    minutes: 120,
  },
  {
    ...{ code: 'lecture', name: '讲座', activity: 'lecture', pillar: 'learning', title: '国防安全讲座：' },
    ...HALL,
    ...MORNING,
    start: '14:00',
  },
  {
    ...{ code: 'partyStudy', name: '组织生活', activity: 'partyStudy', pillar: 'learning' },
    title: '组织生活：',
    ...HALL,
    ...MORNING,
    companions: 0,
  },
  {
    ...{ code: 'siteVisit', name: '参观', activity: 'siteVisit', pillar: 'learning', title: '参观：' },
    ...HALL,
    place: '村委会门口上车',
    start: '08:00',
    minutes: 480,
    questions: [
      { questionId: 'q1', ...BUS },
      { questionId: 'q2', ...LUNCH },
    ],
  },
  {
    ...{ code: 'teamBuilding', name: '团队活动', activity: 'teamBuilding', pillar: 'learning' },
    title: '团队活动：',
    ...HALL,
    ...MORNING,
    audience: 'veterans',
    companions: 0,
    minutes: 180,
  },
  {
    ...{ code: 'careTalk', name: '谈心谈话', activity: 'talk', pillar: 'care', title: '谈心谈话：' },
    ...HALL,
    ...MORNING,
    place: '花园村898号服务站',
    audience: 'veterans',
    seats: 10,
    companions: 0,
  },
  {
    ...{ code: 'council', name: '议事会', activity: 'council', pillar: 'care', title: '议事会：' },
    ...HALL,
    ...MORNING,
    companions: 0,
    signUp: false,
  },
];
