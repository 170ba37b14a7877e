/** The last so many of something, numbered from 1. */
export class Ring<T extends { seq: number }> {
  private readonly slots: T[] = [];
  private next = 1;

  constructor(private readonly size: number) {}

  add(item: Omit<T, 'seq'>): { item: T; dropped: T | undefined } {
    const numbered = { ...item, seq: this.next++ } as T;
    const slot = numbered.seq % this.size;
    const dropped = this.slots[slot];
    this.slots[slot] = numbered;
    return { item: numbered, dropped };
  }

  since(seq: number): T[] {
    const found: T[] = [];
    for (let at = Math.max(seq + 1, this.next - this.size, 1); at < this.next; at++) {
      const item = this.slots[at % this.size];
      if (item) found.push(item);
    }
    return found;
  }

  get last(): number {
    return this.next - 1;
  }
}
