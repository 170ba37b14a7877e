import { COLLECTION, type Database } from './database';
import type { Ledger } from './ledger';

const DOCUMENTS = 6;

/** One writer goes on through adds, sets, updates, pushes and removes on documents of its own until nobody answers. */
export async function writeOn(
  db: Database,
  ledger: Ledger,
  name: string,
  random: () => number,
): Promise<void> {
  const members = db.collection(COLLECTION);
  for (let turn = 0; ; turn++) {
    const nth = Math.floor(random() * DOCUMENTS);
    const id = `${name}-${nth}`;
    const before = ledger.current(id);
    const after = nextOf(id, before, turn, random());
    ledger.begin(id, after);
    try {
      await write(members, db, id, before, after);
      ledger.acknowledge(id);
    } catch (error) {
      if (!isGone(error)) throw error;
      return;
    }
    if (turn % 5 === 0 && !(await clashRefused(members, id, ledger))) return;
  }
}

type Members = ReturnType<Database['collection']>;
type Content = Record<string, unknown>;

/** `a` and `b` are written together and always equal; `log` grows by one with each update. */
function nextOf(id: string, before: Content | null, turn: number, chance: number): Content | null {
  if (before === null) return { _id: id, openid: `openid-${id}`, a: turn, b: turn, log: [turn] };
  if (chance < 0.15) return null;
  if (chance < 0.35) return { _id: id, openid: `openid-${id}-${turn}`, a: turn, b: turn, log: [] };
  const log = before['log'] as number[];
  return { ...before, a: turn, b: turn, log: [...log, turn] };
}

async function write(
  members: Members,
  db: Database,
  id: string,
  before: Content | null,
  after: Content | null,
) {
  const _ = db.command;
  if (after === null) await members.doc(id).remove();
  else if (before === null) await members.add(after);
  else if (Array.isArray(after['log']) && after['log'].length === 0) {
    const { _id, ...rest } = after;
    await members.doc(String(_id)).set(rest);
  } else {
    const turn = after['a'] as number;
    const change = { a: turn, b: turn, log: _.push([turn]) };
    if (turn % 2 === 0) await members.doc(id).update(change);
    else await members.where({ openid: before['openid'] }).updateAndReturn(change);
  }
}

/** The unique index refuses a second document of the same person; false when nobody answers any more. */
async function clashRefused(members: Members, id: string, ledger: Ledger): Promise<boolean> {
  const known = ledger.current(id);
  if (known === null) return true;
  try {
    await members.add({ _id: `${id}-twin`, openid: known['openid'] });
  } catch (error) {
    if (/E11000/.test(String(error))) return true;
    if (isGone(error)) return false;
    throw error;
  }
  throw new Error(`${id} has a twin`);
}

/** The cloud was killed: no connection, or an answer that broke off. */
function isGone(error: unknown): boolean {
  return /ECONNREFUSED|ECONNRESET|socket hang up|EPIPE|aborted/i.test(
    `${String(error)} ${error instanceof Error && 'code' in error ? String(error.code) : ''}`,
  );
}
