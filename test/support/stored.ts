import type { Stored } from '../../local/sample/stored';

/** Documents with the collection that each belongs to, told by its id. */
export function stored(...docs: Stored['doc'][]): Stored[] {
  return docs.map((doc) => ({ collection: collectionOf(doc), doc }) as Stored);
}

function collectionOf({ _id }: Stored['doc']): Stored['collection'] {
  const collections = { m_: 'members', e_: 'events', r_: 'rosterEntries', f_: 'rosterFiles' } as const;
  return (
    collections[_id.slice(0, 2) as keyof typeof collections] ?? (_id.startsWith('town') ? 'towns' : 'studios')
  );
}
