import type { Grid, StudioDocument } from '../../typings/documents/studio';

export const STUDIO = 'huayuan';
export const TOWN = 'sample-town';
const FOUNDED = Date.UTC(2025, 0, 6, 1);

export const GRIDS: readonly Grid[] = [
  { gridId: 'g1', name: '第一网格', lanes: '东河沿、桥头弄', households: 98, leader: null, rev: 0 },
  { gridId: 'g2', name: '第二网格', lanes: '南塘路、菜园弄', households: 112, leader: null, rev: 0 },
  { gridId: 'g3', name: '第三网格', lanes: '村委会周边、花园路', households: 104, leader: null, rev: 0 },
  { gridId: 'g4', name: '第四网格', lanes: '北横河、竹园弄', households: 89, leader: null, rev: 0 },
  { gridId: 'g5', name: '第五网格', lanes: '西桃园、集市街', households: 101, leader: null, rev: 0 },
];

export function studio(staff: string[], veterans: number): StudioDocument {
  return {
    _id: STUDIO,
    v: 1,
    townId: TOWN,
    name: '花园村老班长工作室',
    station: { address: '花园村898号', phone: '000-0000-0898' },
    grids: [...GRIDS],
    veterans,
    staff,
    setUpAt: FOUNDED,
  };
}

/** Grids take turns. */
export function gridAt(turn: number): Grid {
  const grid = GRIDS[turn % GRIDS.length];
  if (grid === undefined) throw new RangeError(`no grid at ${turn}`);
  return grid;
}
