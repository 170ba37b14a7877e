import type { CollectionView, DocumentsView, IndexView } from '../stored';
import { button, element, pretty, table, type Piece } from './dom';
import { ask } from './server';

const collections = () => ask<{ collections: CollectionView[] }>('/_cloud/collections');

/** 集合与文档：`#collections/events/2` 是 events 的第二页。 */
export async function showDocuments([name, page = '1']: string[]): Promise<Piece[]> {
  const { collections: all } = await collections();
  const list = table(
    [
      {
        title: '集合',
        cell: (one) => element('a', { href: `#collections/${encodeURIComponent(one.name)}` }, one.name),
      },
      { title: '文档', cell: (one) => one.count, look: 'number' },
      { title: '索引', cell: (one) => one.indexes.map((index) => index.name).join('、') },
      { title: '来源', cell: (one) => (one.declared ? '已声明' : '运行时添加'), look: 'short' },
    ],
    all,
    '没有集合',
  );
  return name === undefined ? [list] : [list, ...(await pageOf(name, Number(page)))];
}

async function pageOf(name: string, number: number): Promise<Piece[]> {
  const query = new URLSearchParams({ collection: name, page: String(number) });
  const { total, page, pages, documents } = await ask<DocumentsView>(`/_cloud/documents?${query.toString()}`);
  const go = (to: number) =>
    to < 1 || to > pages
      ? null
      : () => {
          location.hash = `collections/${encodeURIComponent(name)}/${to}`;
          return Promise.resolve();
        };
  return [
    element('h2', {}, `${name} · ${total} 份文档 · 第 ${page} / ${pages} 页`),
    button('上一页', go(page - 1)),
    button('下一页', go(page + 1)),
    ...documents.map((text) => element('pre', {}, pretty(text))),
  ];
}

export async function showIndexes(): Promise<Piece[]> {
  const { collections: all } = await collections();
  const rows = all.flatMap((one) => one.indexes.map((index) => ({ collection: one.name, ...index })));
  return [
    table<IndexView & { collection: string }>(
      [
        { title: '集合', cell: (row) => row.collection, look: 'short' },
        { title: '索引', cell: (row) => row.name },
        { title: '字段', cell: (row) => row.fields },
        {
          title: '唯一',
          cell: (row) => (row.unique ? element('span', { class: 'mark' }, '唯一') : ''),
          look: 'short',
        },
        { title: '使用', cell: (row) => row.used, look: 'number' },
        { title: '读过', cell: (row) => row.examined, look: 'number' },
        { title: '返回', cell: (row) => row.returned, look: 'number' },
      ],
      rows,
      '没有索引',
    ),
  ];
}
