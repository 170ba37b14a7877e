/** 一个人一天里试过几次码：guessing is limited for strangers too. */
export interface TriesDocument {
  /** Keyed hash of the identity. */
  _id: string;
  v: 1;
  /** When the day began. */
  day: number;
  count: number;
}
