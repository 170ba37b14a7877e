/** How this phone is set up, from the address it was opened with. */
const query = new URLSearchParams(location.search);

/** WeChat's steps of 我 - 设置 - 通用 - 字体大小; the largest is 关怀模式. */
export const FONT_SCALES = [0.8, 0.9, 1, 1.1, 1.2, 1.3, 1.4] as const;

/** Android's standard size, in px. */
export const STANDARD_FONT_SIZE = 16;

export type Theme = 'light' | 'dark';

export const settings = {
  openid: query.get('as') ?? '',
  openPath: query.get('path') ?? '',
  fontScale: Number(query.get('fontScale') ?? 1) || 1,
  theme: (query.get('theme') === 'dark' ? 'dark' : 'light') as Theme,
  /** By what it was opened; 1001 is the list of mini-programs. */
  scene: Number(query.get('scene') ?? 1001) || 1001,
  phoneId: query.get('phone') ?? 'phone-1',
};

export const fontSize = (): number => Math.round(STANDARD_FONT_SIZE * settings.fontScale * 10) / 10;
