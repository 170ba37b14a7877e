/** What the local text check finds risky or doubtful, so that every answer can be tried. */
export const RISKY_WORDS = ['违禁', '赌博', '代开发票'];
export const DOUBTFUL_WORDS = ['待审', '存疑'];
