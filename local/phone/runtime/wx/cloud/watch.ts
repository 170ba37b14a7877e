import { isOnline } from '../../network';
import { loud } from '../loud';
import { request } from './request';
import { initial, changesBetween, type Doc, type Snapshot } from './snapshots';

type Query = { where?: object; orderBy?: [string, 'asc' | 'desc'][]; limit?: number };
type Watcher = { onChange: (snapshot: Snapshot) => void; onError: (error: unknown) => void };

const POLL_MS = 1000;
/** At most 200 documents can be watched with `limit` (database/realtime). */
const MOST_WATCHED = 200;

/** A query of which this phone only knows how to watch it: everything else goes through functions. */
function query(collection: string, asked: Query): object {
  return loud(`wx.cloud.database().collection('${collection}')`, {
    where: (where: object) => query(collection, { ...asked, where }),
    orderBy: (field: string, order: 'asc' | 'desc') =>
      query(collection, { ...asked, orderBy: [...(asked.orderBy ?? []), [field, order]] }),
    limit: (limit: number) => query(collection, { ...asked, limit: Math.min(limit, MOST_WATCHED) }),
    watch: (watcher: Watcher) => watch(collection, asked, watcher),
  });
}

function watch(collection: string, asked: Query, { onChange, onError }: Watcher): { close: () => void } {
  let closed = false;
  let known: Doc[] | null = null;
  let count = 0;
  const poll = async (): Promise<void> => {
    if (closed) return;
    if (isOnline()) {
      try {
        const body = { collection, query: asked };
        const { docs } = await request<{ docs: Doc[] }>('watch', '/client/watch', body);
        if (closed) return;
        tell(docs);
      } catch (error) {
        // A lost network is waited out, as the platform's own connection does; a refusal ends the watch.
        if (isOnline()) {
          closed = true;
          onError(error);
          return;
        }
      }
    }
    setTimeout(() => void poll(), POLL_MS);
  };
  const tell = (docs: Doc[]): void => {
    const snapshot = known === null ? initial(docs) : changesBetween(known, docs, count);
    known = docs;
    if (!snapshot) return;
    count += 1;
    onChange(snapshot);
  };
  void poll();
  return { close: () => void (closed = true) };
}

export const database = (): object =>
  loud('wx.cloud.database()', { collection: (name: string) => query(name, {}) });
