import { invalid } from '../errors';

/** MongoDB takes 100 levels in a document; a request wraps it in a few more. */
export const DEEPEST = 120;

const QUOTE = 34;
const BACKSLASH = 92;

/** Refuses JSON text that is nested too deeply, before anything walks it. */
export function checkDepth(text: string): void {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) at = endOfString(text, at);
    else if (code === 91 || code === 123) depth++;
    else if (code === 93 || code === 125) depth--;
    if (depth > DEEPEST) throw invalid(`the request is nested more than ${DEEPEST} levels deep`);
  }
}

function endOfString(text: string, start: number): number {
  let end = text.indexOf('"', start + 1);
  while (end > 0 && isEscaped(text, end)) end = text.indexOf('"', end + 1);
  return end < 0 ? text.length : end;
}

function isEscaped(text: string, at: number): boolean {
  let slashes = 0;
  while (text.charCodeAt(at - 1 - slashes) === BACKSLASH) slashes++;
  return slashes % 2 === 1;
}
