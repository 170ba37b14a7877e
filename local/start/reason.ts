/** Something that the person at the keyboard can mend; its message is all they need. */
export class UserError extends Error {}

/** One sentence for what is to be expected, the whole stack for what is not. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const expected = error instanceof UserError || 'code' in error || error.name === 'CompileError';
  return expected ? error.message : (error.stack ?? error.message);
}
