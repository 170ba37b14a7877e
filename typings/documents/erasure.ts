/**
 * 注销登记：谁的资料删掉了，只有编号。It outlives the member and every backup: whatever brings the document back is undone by it.
 */
export interface ErasureDocument {
  /** The member's or the roster entry's own id, random. */
  _id: string;
  kind: 'member' | 'entry';
  at: number;
}
