/** What one document may hold: what was acknowledged, or also what was under way when nobody answered any more. */
export type Content = Record<string, unknown> | null;

interface Account {
  acknowledged: Content;
  underWay: Content | undefined;
}

/** Each document has one writer, which waits for its answers: so its state is known to within one write. */
export class Ledger {
  private readonly accounts = new Map<string, Account>();
  acknowledged = 0;

  current(id: string): Content {
    return this.accounts.get(id)?.acknowledged ?? null;
  }

  begin(id: string, after: Content): void {
    this.accounts.set(id, { acknowledged: this.current(id), underWay: after });
  }

  acknowledge(id: string): void {
    const account = this.accounts.get(id);
    if (account?.underWay === undefined) throw new Error(`nothing is under way for ${id}`);
    this.accounts.set(id, { acknowledged: account.underWay, underWay: undefined });
    this.acknowledged++;
  }

  /** The write was refused: nothing has changed. */
  refuse(id: string): void {
    this.accounts.set(id, { acknowledged: this.current(id), underWay: undefined });
  }

  /** Compares with what is stored after the crash, and goes on from there. */
  settle(stored: Map<string, Content>): { lost: string[]; half: string[] } {
    const lost: string[] = [];
    const half: string[] = [];
    for (const [id, { acknowledged, underWay }] of this.accounts) {
      const found = stored.get(id) ?? null;
      const isOld = same(found, acknowledged);
      const isNew = underWay !== undefined && same(found, underWay);
      if (!isOld && !isNew) (underWay === undefined ? lost : half).push(id);
      this.accounts.set(id, { acknowledged: found, underWay: undefined });
    }
    for (const id of stored.keys()) if (!this.accounts.has(id)) half.push(id);
    return { lost, half };
  }
}

function same(a: Content, b: Content): boolean {
  return JSON.stringify(a && Object.entries(a).sort()) === JSON.stringify(b && Object.entries(b).sort());
}
