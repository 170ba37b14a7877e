import type { Home, SessionCard, ShiftCard } from '../../typings/contract';

/** 四个颜色 */
export const PILLARS: Readonly<Record<ShiftCard['pillar'], string>> = {
  heritage: '红·红色传承',
  care: '黄·关心关爱',
  learning: '蓝·自我教育',
  governance: '绿·社区治理',
};

/** 网格值勤的种类 */
export const WORKS: Readonly<Record<ShiftCard['work'], string>> = {
  patrol: '平安巡逻',
  waste: '垃圾分类',
  river: '河道清理',
  mediation: '矛盾调解',
  epidemic: '疫情防控',
};

/** 活动的种类 */
const ACTIVITIES: Readonly<Record<SessionCard['activity'], string>> = {
  lecture: '讲座',
  talk: '老兵宣讲',
  campaignStudy: '战役学习',
  siteVisit: '参观',
  teamBuilding: '团队活动',
  partyStudy: '组织生活',
  youthClass: '少年课堂',
  healthLecture: '健康讲座',
  council: '议事会',
};

/** 活动叫什么；红的谈话是宣讲，黄的是谈心。 */
export const kindText = ({ activity, pillar }: Pick<SessionCard, 'activity' | 'pillar'>) =>
  activity === 'talk' && pillar === 'care' ? '谈心谈话' : ACTIVITIES[activity];

/** 身份 */
const ROLES: Readonly<Record<Home['me']['role'], string>> = {
  visitor: '访客',
  member: '志愿者',
  squadLeader: '老班长',
  staff: '村工作人员',
  supervisor: '镇级督查',
};

const VETERAN = '退役军人';

/** 我是谁：核实过的老兵不叫志愿者；老班长和工作人员另有名分。 */
export function whoText(role: Home['me']['role'], veteran: boolean): string {
  if (!veteran) return ROLES[role];
  return role === 'member' ? VETERAN : `${ROLES[role]} · ${VETERAN}`;
}
