export interface Grid {
  gridId: string;
  name: string;
  lanes: string;
  households: number;
  /** 网格长 */
  leader?: string;
}

/** 工作室：一个村的老班长工作室 */
export interface StudioDocument {
  _id: string;
  v: 1;
  townId: string;
  name: string;
  station: { address: string; phone: string };
  grids: Grid[];
  /** Members who are staff: a role is taken only while another one stays. */
  staff: string[];
  /** When the set-up code made the first one; it works once. */
  setUpAt: number | null;
}
