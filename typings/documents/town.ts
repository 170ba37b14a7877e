/** 邀请码：made by a supervisor for one colleague. */
export interface Invite {
  /** Keyed hash of the code. */
  hash: string;
  until: number;
  /** Who came with it: it works once. */
  usedBy: string | null;
}

/** 镇：有很多村的工作室，由督查来看。 */
export interface TownDocument {
  _id: string;
  v: 1;
  name: string;
  /** Members who supervise; none of them has to belong to a studio. */
  supervisors: string[];
  invite: Invite | null;
  /** When the town's set-up code made the first one; it works once. */
  setUpAt: number | null;
}
