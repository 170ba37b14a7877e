/** What the local text check finds risky, so that both answers can be tried. */
export const RISKY_WORDS = ['违禁', '赌博', '代开发票'];
