import { invalid } from '../errors';
import type { RequestRecord } from '../http/wire';
import type { Catalog } from '../store/catalog';

const PAGE_SIZE = 20;
const FARTHEST_PAGE = 500;

/** How often one index was used by the requests that are still remembered, and what it cost. */
export interface IndexView {
  name: string;
  fields: string;
  unique: boolean;
  used: number;
  examined: number;
  returned: number;
}

export interface CollectionView {
  name: string;
  declared: boolean;
  count: number;
  indexes: IndexView[];
}

export interface DocumentsView {
  collection: string;
  total: number;
  page: number;
  pages: number;
  /** As they are stored. */
  documents: string[];
}

export function collectionsView(catalog: Catalog, requests: RequestRecord[]): CollectionView[] {
  return catalog.names().map((name) => {
    const collection = catalog.get(name);
    const mine = requests.filter((request) => request.collection === name && request.index !== '');
    const indexes = collection.indexes.map((index): IndexView => {
      const fields = index.fields
        .map(([path, direction]) => `${path}${direction === 1 ? ' ↑' : ' ↓'}`)
        .join(', ');
      return { name: index.name, fields, unique: index.unique, ...useOf(mine, index.name) };
    });
    const known = new Set(indexes.map((index) => index.name));
    const others = [...new Set(mine.map(({ index }) => index))].filter((index) => !known.has(index));
    for (const other of others)
      indexes.push({ name: other, fields: '', unique: false, ...useOf(mine, other) });
    return { name, declared: collection.strict, count: collection.count(), indexes };
  });
}

function useOf(requests: RequestRecord[], name: string) {
  const by = requests.filter(({ index }) => index === name);
  return {
    used: by.length,
    examined: by.reduce((sum, { examined }) => sum + examined, 0),
    returned: by.reduce((sum, { returned }) => sum + returned, 0),
  };
}

/** `?collection=NAME&page=N`, in the order of their insertion. */
export function documentsView(catalog: Catalog, asked: URLSearchParams): DocumentsView {
  const collection = catalog.get(asked.get('collection') ?? '');
  const page = Number(asked.get('page') ?? 1);
  if (!Number.isInteger(page) || page < 1 || page > FARTHEST_PAGE) {
    throw invalid(`page must be a whole number from 1 to ${FARTHEST_PAGE}`);
  }
  const documents: string[] = [];
  const first = (page - 1) * PAGE_SIZE;
  let at = 0;
  for (const { text } of collection.everything()) {
    if (at >= first + PAGE_SIZE) break;
    if (at++ >= first) documents.push(text);
  }
  const total = collection.count();
  const pages = Math.min(Math.max(1, Math.ceil(total / PAGE_SIZE)), FARTHEST_PAGE);
  return { collection: collection.name, total, page, pages, documents };
}
