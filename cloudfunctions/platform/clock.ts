/** The only reader of the time; use cases are given `now`. */
export const now = (): number => Date.now();
