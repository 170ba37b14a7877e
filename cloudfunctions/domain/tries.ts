/** 一个人一天可以试几次码。 */
export const TRIES_A_DAY = 5;
