import { checkInstant } from './instant';

/** What the functions are told of the time with each call. */
export interface ClockState {
  offset: number;
  frozenAt: number | null;
}

export interface ClockView {
  now: number;
  offset: number;
  frozen: boolean;
}

/** The one clock of the cloud: real time moved by an offset, or standing still. */
export class Clock {
  private offset = 0;
  private frozenAt: number | null = null;

  constructor(startAt?: number) {
    if (startAt !== undefined) this.moveTo(startAt);
  }

  now(): number {
    return this.frozenAt ?? Date.now() + this.offset;
  }

  state(): ClockState {
    return { offset: this.offset, frozenAt: this.frozenAt };
  }

  view(): ClockView {
    return { now: this.now(), offset: this.offset, frozen: this.frozenAt !== null };
  }

  /** Milliseconds from real time. */
  moveBy(offset: number): void {
    const at = checkInstant(Date.now() + offset);
    this.offset = offset;
    if (this.frozenAt !== null) this.frozenAt = at;
  }

  /** Epoch milliseconds. */
  moveTo(at: number): void {
    checkInstant(at);
    this.moveBy(at - Date.now());
    if (this.frozenAt !== null) this.frozenAt = at;
  }

  freeze(): void {
    this.frozenAt ??= this.now();
  }

  /** Goes on from where it stood. */
  run(): void {
    if (this.frozenAt === null) return;
    this.offset = this.frozenAt - Date.now();
    this.frozenAt = null;
  }
}
