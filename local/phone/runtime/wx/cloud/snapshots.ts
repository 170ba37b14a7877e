export type Doc = Record<string, unknown> & { _id: string };

type Change = {
  id: number;
  dataType: 'init' | 'update' | 'add' | 'remove';
  queueType: 'init' | 'update' | 'enqueue' | 'dequeue';
  docId: string;
  doc: Doc;
  updatedFields?: Record<string, unknown>;
  removedFields?: string[];
};

/** What `watch` hands to `onChange`. */
export type Snapshot = { id: number; docs: Doc[]; docChanges: Change[]; type?: 'init' };

export function initial(docs: Doc[]): Snapshot {
  const docChanges = docs.map((doc) => ({
    id: 0,
    dataType: 'init' as const,
    queueType: 'init' as const,
    docId: doc._id,
    doc,
  }));
  return { id: 0, docs, docChanges, type: 'init' };
}

/** What changed from one list to the next, or null when nothing did. */
export function changesBetween(before: Doc[], after: Doc[], id: number): Snapshot | null {
  const known = new Map(before.map((doc) => [doc._id, doc]));
  const kept = new Set(after.map((doc) => doc._id));
  const docChanges: Change[] = [];
  for (const doc of after) {
    const old = known.get(doc._id);
    if (!old) docChanges.push({ id, dataType: 'add', queueType: 'enqueue', docId: doc._id, doc });
    else if (!same(old, doc)) docChanges.push(update(id, old, doc));
  }
  for (const doc of before) {
    if (!kept.has(doc._id))
      docChanges.push({ id, dataType: 'remove', queueType: 'dequeue', docId: doc._id, doc });
  }
  return docChanges.length === 0 ? null : { id, docs: after, docChanges };
}

function update(id: number, old: Doc, doc: Doc): Change {
  const updatedFields = Object.fromEntries(
    Object.entries(doc).filter(([name, value]) => !same(old[name], value)),
  );
  const removedFields = Object.keys(old).filter((name) => !(name in doc));
  return { id, dataType: 'update', queueType: 'update', docId: doc._id, doc, updatedFields, removedFields };
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
