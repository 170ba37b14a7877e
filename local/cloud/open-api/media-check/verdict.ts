import type { Suggestion } from '../check-request';

/**
 * A file is judged by a mark in its bytes, so that every answer can be tried with any picture:
 * `printf local:risky >> photo.jpg`, or `local:review`; a picture stays a picture with bytes after its end.
 */
const MARKS: [string, Suggestion][] = [
  ['local:risky', 'risky'],
  ['local:review', 'review'],
];

export function judge(content: Buffer): Suggestion {
  return MARKS.find(([mark]) => content.includes(mark))?.[1] ?? 'pass';
}
