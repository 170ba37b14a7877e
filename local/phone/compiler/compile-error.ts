/** A mistake in the mini-program's source, with the place where it is. */
export class CompileError extends Error {
  constructor(
    readonly file: string,
    readonly line: number | undefined,
    readonly reason: string,
  ) {
    super(`${file}${line === undefined ? '' : `:${line}`} ${reason}`);
    this.name = 'CompileError';
  }
}
