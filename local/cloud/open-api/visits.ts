/** A content check is only for somebody who opened the mini-program within so long. */
const ACTIVE_FOR = 2 * 3_600_000;

/** When each person's phone last asked something, by the cloud's clock. */
export class Visits {
  private readonly last = new Map<string, number>();

  note(openid: string, now: number): void {
    this.last.set(openid, now);
  }

  isActive(openid: string, now: number): boolean {
    const at = this.last.get(openid);
    return at !== undefined && now - at < ACTIVE_FOR;
  }
}
