/** The last so many of something, numbered from 1. */
export class Ring<T extends { seq: number }> {
  private items: T[] = [];
  private next = 1;

  constructor(private readonly size: number) {}

  add(item: Omit<T, 'seq'>): { item: T; dropped: T | undefined } {
    const numbered = { ...item, seq: this.next++ } as T;
    this.items.push(numbered);
    const dropped = this.items.length > this.size ? this.items.shift() : undefined;
    return { item: numbered, dropped };
  }

  since(seq: number): T[] {
    return this.items.filter((item) => item.seq > seq);
  }

  get last(): number {
    return this.next - 1;
  }
}
