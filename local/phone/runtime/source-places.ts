/** Where the app's bundled script came from: `app-scripts.js` and its source map, as esbuild writes them. */
type SourceMap = { sources: string[]; mappings: string };
/** From a column of the bundle's line on: which source, which line of it. */
type Segment = { column: number; source: number; line: number };

const BUNDLE = 'app-scripts.js';
const FRAME = new RegExp(`${BUNDLE}:(\\d+):(\\d+)`);
const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
/** Base64 VLQ: five bits a digit, the sixth says that another follows, the lowest bit of all is the sign. */
const MORE = 32;

let known: Promise<{ map: SourceMap; lines: Segment[][] }> | null = null;

/** The file and line of the app in which an error was thrown, or null when it came from elsewhere. */
export async function placeOf(error: unknown): Promise<string | null> {
  const [, line, column] = (error instanceof Error && FRAME.exec(error.stack ?? '')) || [];
  if (line === undefined || column === undefined) return null;
  known ??= load();
  const { map, lines } = await known;
  const found = lines[Number(line) - 1]?.findLast((segment) => segment.column < Number(column));
  const file = map.sources[found?.source ?? -1];
  if (!found || file === undefined) return null;
  const { sourceRoot } = window.__phoneApp;
  return `${file.startsWith(sourceRoot) ? file.slice(sourceRoot.length) : file}:${found.line + 1}`;
}

async function load(): Promise<{ map: SourceMap; lines: Segment[][] }> {
  const map = (await (await fetch(`${BUNDLE}.map`)).json()) as SourceMap;
  let [source, line] = [0, 0];
  const lines = map.mappings.split(';').map((text) => {
    let column = 0;
    return text
      .split(',')
      .filter((segment) => segment !== '')
      .map((segment) => {
        const [byColumn = 0, bySource = 0, byLine = 0] = numbers(segment);
        column += byColumn;
        source += bySource;
        line += byLine;
        return { column, source, line };
      });
  });
  return { map, lines };
}

function numbers(segment: string): number[] {
  const found: number[] = [];
  let [value, shift] = [0, 0];
  for (const digit of segment) {
    const bits = DIGITS.indexOf(digit);
    value += (bits % MORE) << shift;
    shift += 5;
    if (bits >= MORE) continue;
    found.push(value & 1 ? -(value >> 1) : value >> 1);
    [value, shift] = [0, 0];
  }
  return found;
}
