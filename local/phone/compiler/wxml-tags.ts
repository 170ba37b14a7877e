export type TagUse = { tag: string; line: number };

const TAG_OR_SKIP =
  /<!--[\s\S]*?-->|<wxs\b(?:[^>"']|"[^"]*"|'[^']*')*?(?:\/>|>[\s\S]*?<\/wxs\s*>)|<([a-zA-Z][\w-]*)((?:[^>"']|"[^"]*"|'[^']*')*)>/g;

/** The tags that a template opens, each with its line. */
export function tagsOf(wxml: string): TagUse[] {
  const uses: TagUse[] = [];
  let line = 1;
  let counted = 0;
  for (const match of wxml.matchAll(TAG_OR_SKIP)) {
    const tag = match[1];
    if (tag === undefined) continue;
    line += wxml.slice(counted, match.index).split('\n').length - 1;
    counted = match.index;
    uses.push({ tag, line });
  }
  return uses;
}
