export interface Grid {
  /** Never used again, not even after the grid is gone. */
  gridId: string;
  name: string;
  lanes: string;
  households: number;
  /** 网格长：a member of the studio, or nobody. */
  leader: string | null;
  /** Grows with every change. */
  rev: number;
}

/** 工作室：一个村的老班长工作室 */
export interface StudioDocument {
  _id: string;
  v: 1;
  townId: string;
  name: string;
  station: { address: string; phone: string };
  grids: Grid[];
  /** The number of the next grid; a studio without it has never had one added. */
  nextGrid?: number;
  /** 花名册上的老兵，as last counted. */
  veterans: number;
  /** Members who are staff: a role is taken only while another one stays. */
  staff: string[];
  /** When the set-up code made the first one; it works once. */
  setUpAt: number | null;
}
