export const mine = {
  coming: '要去的',
  past: '去过的',
  none: '您还没有报名值勤。到「值勤」里看看哪里缺人。',
  toBoard: '去看哪里缺人',
} as const;
