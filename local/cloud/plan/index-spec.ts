export type IndexField = readonly [path: string, direction: 1 | -1];

/** One index as the declaration file has it. */
export interface IndexSpec {
  name: string;
  fields: IndexField[];
  unique: boolean;
}

/** `multikey` holds the paths of the arrays that this index has been led through by some document. */
export interface Index extends IndexSpec {
  table: string;
  multikey: Set<string>;
}

/** The innermost array on the way to a field. */
export function innermostArray(index: Pick<Index, 'multikey'>, path: string): string | undefined {
  let longest: string | undefined;
  for (const array of index.multikey) {
    const onTheWay = path === array || path.startsWith(`${array}.`);
    if (onTheWay && array.length > (longest?.length ?? -1)) longest = array;
  }
  return longest;
}
