import type { Stored } from '../../local/sample/stored';

/** Documents with the collection that each belongs to, told by its id. */
export function stored(...docs: Stored['doc'][]): Stored[] {
  return docs.map((doc) => ({ collection: collectionOf(doc), doc }) as Stored);
}

function collectionOf({ _id }: Stored['doc']): Stored['collection'] {
  if (_id.startsWith('m_')) return 'members';
  return _id.startsWith('e_') ? 'events' : 'studios';
}
