export interface MiniProgramCode {
  /** The page without a leading slash. */
  page: string;
  /** What the page gets as `query.scene`, before encoding; empty for a code with a query of its own. */
  scene: string;
  /** Where a scan leads: the page with its query. */
  path: string;
}

const PREFIX = 'weapp-local://code?path=';

/**
 * What the picture of a mini-program code holds: any camera reads this text, and the local phone's `scanCode` opens it.
 * `weapp-local://code?path=<the page with its query, percent-encoded>`.
 */
export function codeText({ path }: Pick<MiniProgramCode, 'path'>): string {
  return PREFIX + encodeURIComponent(path);
}

/** The code that a scanned text stands for, undefined for any other text. */
export function readCodeText(text: string): MiniProgramCode | undefined {
  if (!text.startsWith(PREFIX)) return undefined;
  try {
    return codeAt(decodeURIComponent(text.slice(PREFIX.length)));
  } catch {
    return undefined;
  }
}

export function codeAt(path: string): MiniProgramCode {
  const [page = '', query = ''] = path.split('?', 2);
  return { page, path, scene: new URLSearchParams(query).get('scene') ?? '' };
}

/** The path that a page opened by a code of `getUnlimited` gets. */
export function scenePath(page: string, scene: string): string {
  return `${page}?scene=${encodeURIComponent(scene)}`;
}
